//! The file: what a set of functions needs, in one translation unit.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::build::Library;
use super::frame::FRAME;
use super::hide::hide;
use super::module::{Module, Width};
use super::names;
use super::objects;
use super::prototypes::Prototypes;
use super::relocate::Target;
use super::runtime;
use super::translate::{House, Translated, translate};
use super::wipe::Wipe;
use crate::{Result, dist};

const COLUMNS: usize = 80;

/// The text of the file with `functions`.
pub(super) fn file(library: &Library, functions: &[String]) -> Result<String> {
    let bytes = library.link(functions)?;
    let module = Module::read(&bytes)?;
    let prototypes = Prototypes::read()?;
    let house = House {
        module: &module,
        names: names::all(&module),
        prototypes: &prototypes,
    };
    Parts::of(&house)?.text(&house, functions)
}

/// What can be reached.
struct Parts {
    functions: BTreeMap<u32, Translated>,
    /// In an order in which each stands behind those that it names.
    objects: Vec<u32>,
    wipe: Wipe,
}

impl Parts {
    fn of(house: &House<'_>) -> Result<Self> {
        let mut parts = Self {
            functions: BTreeMap::new(),
            objects: Vec::new(),
            wipe: Wipe::default(),
        };
        let mut todo: Vec<u32> = house.module.exports.keys().copied().collect();
        while let Some(index) = todo.pop() {
            if parts.functions.contains_key(&index) {
                continue;
            }
            let mut function = translate(house, index, &parameters(house, index)?)?;
            hide(&mut function.lines);
            function.tidy();
            todo.extend(&function.functions);
            for object in &function.objects {
                parts.object(house, *object, &mut todo)?;
            }
            parts.functions.insert(index, function);
        }
        parts.wipe = Wipe::find(house, &parts.functions)?;
        Ok(parts)
    }

    fn object(&mut self, house: &House<'_>, index: u32, todo: &mut Vec<u32>) -> Result<()> {
        if self.objects.contains(&index) {
            return Ok(());
        }
        let object = house.module.object(index)?;
        for (_, target) in objects::targets(house.module, object) {
            match target {
                Target::Function(function) => todo.push(function),
                Target::Object(other, _) => self.object(house, other, todo)?,
            }
        }
        self.objects.push(index);
        Ok(())
    }

    fn text(&self, house: &House<'_>, functions: &[String]) -> Result<String> {
        let mut types = String::new();
        let signatures: BTreeSet<u32> = self
            .functions
            .values()
            .flat_map(|function| function.signatures.iter().copied())
            .collect();
        for index in signatures {
            let signature = house.module.signature(index)?;
            let _ = writeln!(
                types,
                "typedef {} (*tm_function_{index})({});",
                signature.result.map_or("void", Width::name),
                list(signature.parameters.iter().map(|it| it.name().to_owned()))
            );
        }
        // By name, which the compiler's order has no part in.
        let mut sorted: Vec<(&str, u32)> = Vec::new();
        for index in self.functions.keys() {
            sorted.push((name(house, *index)?, *index));
        }
        sorted.sort_unstable();
        let mut declarations = String::new();
        let mut definitions = String::new();
        for (name, index) in &sorted {
            let function = self.functions.get(index).ok_or("no such function")?;
            let head = head(house, *index)?;
            if house.prototypes.get(name).is_none() {
                let apart = self.wipe.apart(*index);
                let _ = writeln!(declarations, "{apart}static {head};");
            }
            match self.wipe.words(*index) {
                Some(words) => definitions += &super::wipe::definition(&head, words),
                None => definitions += &definition(house, *index, &head, function)?,
            }
        }
        let mut constants = String::new();
        for index in &self.objects {
            constants += &objects::definition(house.module, *index, &house.names)?;
        }
        let macros = runtime::MACROS;
        let helpers = runtime::helpers(&definitions);
        Ok(format!(
            "{}\n{macros}\n{helpers}{types}\n{declarations}\n{constants}{definitions}",
            opening(functions)
        )
        .trim_end()
        .to_owned()
            + "\n")
    }
}

fn opening(functions: &[String]) -> String {
    let mut text = format!(
        "/*\n * tokenmint {}: the C interface as one file of C99, for compilers of 32 bits\n \
         * that cannot link the library's archives.\n *\n \
         * SPDX-License-Identifier: MIT OR Apache-2.0\n *\n \
         * Written by a program, from the Rust library by way of WebAssembly: do not\n \
         * edit. What it is and how to compile it: docs/portable.md.\n *\n \
         * Functions:\n",
        dist::VERSION
    );
    for name in functions {
        let _ = writeln!(text, " *   {name}");
    }
    text + " */\n"
}

fn name<'h>(house: &'h House<'_>, index: u32) -> Result<&'h str> {
    house
        .names
        .get(index as usize)
        .map(String::as_str)
        .ok_or_else(|| format!("function {index} has no name"))
}

/// What the arguments of function `index` are called as numbers.
fn parameters(house: &House<'_>, index: u32) -> Result<Vec<String>> {
    let signature = house.module.signature_of(index)?;
    let name = name(house, index)?;
    match house.prototypes.get(name) {
        Some(prototype) if prototype.fits(signature) => {
            Ok(prototype.numbers().into_iter().map(|it| it.0).collect())
        }
        Some(_) => Err(format!("{name} is another function in the header")),
        None => Ok((0..signature.parameters.len())
            .map(|at| format!("p{at}"))
            .collect()),
    }
}

/// The beginning of a declaration of function `index`.
fn head(house: &House<'_>, index: u32) -> Result<String> {
    let name = name(house, index)?;
    if let Some(prototype) = house.prototypes.get(name) {
        return Ok(prototype.head());
    }
    let signature = house.module.signature_of(index)?;
    let parameters = (0..).zip(&signature.parameters);
    Ok(format!(
        "{} {name}({})",
        signature.result.map_or("void", Width::name),
        list(parameters.map(|(at, width): (usize, _)| format!("{} p{at}", width.name())))
    ))
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    match items.is_empty() {
        true => "void".to_owned(),
        false => items.join(", "),
    }
}

fn definition(house: &House<'_>, index: u32, head: &str, function: &Translated) -> Result<String> {
    let prototype = house.prototypes.get(name(house, index)?);
    let count = house.module.signature_of(index)?.parameters.len();
    let mut text = match prototype {
        Some(_) => format!("{head} {{\n"),
        None => format!("static {head} {{\n"),
    };
    text += &frame(function);
    let mut unused = Vec::new();
    let mut variables: Vec<(Width, String)> = Vec::new();
    for (at, named) in function.variables.iter().enumerate() {
        let is_read = function.reads(&named.name);
        if at < count {
            let given = prototype.and_then(|it| it.numbers().into_iter().nth(at)?.1);
            match given {
                None if !is_read => unused.push(named.name.clone()),
                None => {}
                Some(_) if !is_read => unused.extend(prototype.and_then(|it| it.argument(at))),
                Some(value) => variables.push((named.width, format!("{} = {value}", named.name))),
            }
        } else if named.name == FRAME {
            // It has its place above.
        } else if function.mentions(&named.name) {
            variables.push((named.width, format!("{} = 0", named.name)));
        }
    }
    for width in [Width::W32, Width::W64] {
        text += &declared(width, &variables);
    }
    for name in unused {
        let _ = writeln!(text, "  (void){name};");
    }
    for line in &function.lines {
        let _ = writeln!(text, "{}{}", "  ".repeat(line.depth), line.text);
    }
    Ok(text + "}\n\n")
}

/// The array that the frame is, and its address, if anything is kept there.
fn frame(function: &Translated) -> String {
    match &function.frame {
        Some(frame) if function.reads(FRAME) => {
            let kind = if frame.is_aligned { "_AT16" } else { "" };
            format!(
                "  TM_FRAME{kind}(space, {});\n  const uint32_t {FRAME} = TM_BASE{kind}(space);\n",
                frame.size
            )
        }
        _ => String::new(),
    }
}

/// Declarations of the variables of one width.
fn declared(width: Width, variables: &[(Width, String)]) -> String {
    let mut text = String::new();
    let mut line = String::new();
    for (_, variable) in variables.iter().filter(|(it, _)| *it == width) {
        if line.is_empty() {
            line = format!("  {} {variable}", width.name());
        } else if line.len() + variable.len() + 3 > COLUMNS {
            let _ = writeln!(text, "{line};");
            line = format!("  {} {variable}", width.name());
        } else {
            let _ = write!(line, ", {variable}");
        }
    }
    if !line.is_empty() {
        let _ = writeln!(text, "{line};");
    }
    text
}
