//! A linked module, as far as the C interface uses WebAssembly.

use std::collections::BTreeMap;

use wasmparser::{
    DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Linking, Name,
    Operator, Parser, Payload, SymbolInfo, ValType,
};

use super::relocate::{self, Entry, Target};
use crate::Result;

/// The module, with the addresses in it.
pub(super) struct Module<'a> {
    pub(super) types: Vec<Signature>,
    pub(super) functions: Vec<Function<'a>>,
    /// Names of exported functions.
    pub(super) exports: BTreeMap<u32, String>,
    pub(super) objects: Vec<Object>,
    /// What stands for an address, by its place in the file.
    pub(super) addresses: BTreeMap<u64, Target>,
    /// The places of the table, which are the addresses of functions.
    pub(super) table: BTreeMap<u32, u32>,
}

/// The width of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    W32,
    W64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signature {
    pub(super) parameters: Vec<Width>,
    pub(super) result: Option<Width>,
}

pub(super) struct Function<'a> {
    pub(super) name: String,
    /// The index of its signature.
    pub(super) signature: u32,
    pub(super) body: FunctionBody<'a>,
}

/// A constant.
pub(super) struct Object {
    pub(super) bytes: Vec<u8>,
    /// Where its bytes stand in the file.
    pub(super) at: u64,
    pub(super) address: u32,
    /// As a power of two.
    pub(super) alignment: u32,
}

/// What only relocations need.
#[derive(Default)]
struct Linked<'a> {
    /// Where the content of each section begins.
    sections: Vec<u64>,
    symbols: Vec<SymbolInfo<'a>>,
    entries: Vec<Entry>,
    alignments: Vec<u32>,
}

pub(super) fn failed(error: impl std::fmt::Display) -> String {
    format!("WebAssembly: {error}")
}

impl<'a> Module<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Self {
            types: Vec::new(),
            functions: Vec::new(),
            exports: BTreeMap::new(),
            objects: Vec::new(),
            addresses: BTreeMap::new(),
            table: BTreeMap::new(),
        };
        let mut linked = Linked::default();
        let mut bodies = Vec::new();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload.map_err(failed)?;
            if let Some((_, range)) = payload.as_section() {
                linked.sections.push(range.start);
            }
            match payload {
                Payload::CodeSectionEntry(body) => bodies.push(body),
                payload => module.section(payload, &mut linked)?,
            }
        }
        if bodies.len() != module.functions.len() {
            return Err("WebAssembly: functions without code".to_owned());
        }
        for (function, body) in module.functions.iter_mut().zip(bodies) {
            function.body = body;
        }
        for (object, alignment) in module.objects.iter_mut().zip(&linked.alignments) {
            object.alignment = *alignment;
        }
        module.addresses = relocate::resolve(
            bytes,
            &module,
            &linked.sections,
            &linked.symbols,
            &linked.entries,
        )?;
        Ok(module)
    }

    pub(super) fn signature_of(&self, function: u32) -> Result<&Signature> {
        let function = self.function(function)?;
        self.signature(function.signature)
    }

    pub(super) fn signature(&self, index: u32) -> Result<&Signature> {
        self.types
            .get(index as usize)
            .ok_or_else(|| format!("WebAssembly: no type {index}"))
    }

    pub(super) fn function(&self, index: u32) -> Result<&Function<'a>> {
        self.functions
            .get(index as usize)
            .ok_or_else(|| format!("WebAssembly: no function {index}"))
    }

    pub(super) fn object(&self, index: u32) -> Result<&Object> {
        self.objects
            .get(index as usize)
            .ok_or_else(|| format!("WebAssembly: no constant {index}"))
    }

    fn section(&mut self, payload: Payload<'a>, linked: &mut Linked<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => {
                for kind in types.into_iter_err_on_gc_types() {
                    let kind = kind.map_err(failed)?;
                    let results = widths(kind.results())?;
                    if results.len() > 1 {
                        return Err("WebAssembly: a function with two results".to_owned());
                    }
                    self.types.push(Signature {
                        parameters: widths(kind.params())?,
                        result: results.first().copied(),
                    });
                }
            }
            Payload::FunctionSection(functions) => {
                for signature in functions {
                    self.functions.push(Function {
                        name: String::new(),
                        signature: signature.map_err(failed)?,
                        body: FunctionBody::new(wasmparser::BinaryReader::new(&[], 0)),
                    });
                }
            }
            Payload::ImportSection(imports) if imports.count() > 0 => {
                return Err("WebAssembly: something is not defined".to_owned());
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export.map_err(failed)?;
                    if export.kind == ExternalKind::Func {
                        self.exports.insert(export.index, export.name.to_owned());
                    }
                }
            }
            Payload::ElementSection(elements) => {
                for element in elements {
                    self.element(element.map_err(failed)?)?;
                }
            }
            Payload::DataSection(segments) => {
                for segment in segments {
                    let segment = segment.map_err(failed)?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else {
                        return Err("WebAssembly: a segment without a place".to_owned());
                    };
                    self.objects.push(Object {
                        bytes: segment.data.to_vec(),
                        at: segment.range.end - segment.data.len() as u64,
                        address: constant(&offset_expr)?,
                        alignment: 0,
                    });
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Name(names) => {
                    for name in names {
                        if let Name::Function(names) = name.map_err(failed)? {
                            self.name(names)?;
                        }
                    }
                }
                KnownCustom::Linking(parts) => linked.read(parts.subsections())?,
                KnownCustom::Reloc(relocations) => {
                    for entry in relocations.entries() {
                        linked.entries.push(Entry {
                            section: relocations.section_index(),
                            entry: entry.map_err(failed)?,
                        });
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn element(&mut self, element: wasmparser::Element<'a>) -> Result<()> {
        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
            (element.kind, element.items)
        else {
            return Err("WebAssembly: a table of another kind".to_owned());
        };
        for (slot, function) in (constant(&offset_expr)?..).zip(functions) {
            self.table.insert(slot, function.map_err(failed)?);
        }
        Ok(())
    }

    fn name(&mut self, names: wasmparser::NameMap<'a>) -> Result<()> {
        for naming in names {
            let naming = naming.map_err(failed)?;
            if let Some(function) = self.functions.get_mut(naming.index as usize) {
                function.name = naming.name.to_owned();
            }
        }
        Ok(())
    }
}

impl<'a> Linked<'a> {
    fn read(&mut self, parts: wasmparser::Subsections<'a, Linking<'a>>) -> Result<()> {
        for part in parts {
            match part.map_err(failed)? {
                Linking::SymbolTable(symbols) => {
                    for symbol in symbols {
                        self.symbols.push(symbol.map_err(failed)?);
                    }
                }
                Linking::SegmentInfo(segments) => {
                    for segment in segments {
                        self.alignments.push(segment.map_err(failed)?.alignment);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn widths(types: &[ValType]) -> Result<Vec<Width>> {
    types.iter().copied().map(Width::of).collect()
}

impl Width {
    pub(super) fn of(kind: ValType) -> Result<Self> {
        match kind {
            ValType::I32 => Ok(Self::W32),
            ValType::I64 => Ok(Self::W64),
            other => Err(format!("WebAssembly: a value of type {other}")),
        }
    }

    /// Its type in C.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::W32 => "uint32_t",
            Self::W64 => "uint64_t",
        }
    }
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read().map_err(failed)? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => Err(format!("WebAssembly: {other:?} as a constant")),
    }
}
