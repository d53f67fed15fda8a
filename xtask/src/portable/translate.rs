//! A function as C: blocks become labels, branches `goto`, the operand stack
//! expressions that wait until they are used.

use std::collections::BTreeSet;

use wasmparser::{BlockType, Operator};

use super::expression::{Expression, Variable};
use super::frame::{FRAME, Frame, Skipped};
use super::module::{Module, Width, failed};
use super::names;
use super::operators::{self, Access, Pure};
use super::prototypes::{Prototype, Prototypes};
use super::relocate::Target;
use crate::Result;

/// What all functions share.
pub(super) struct House<'a> {
    pub(super) module: &'a Module<'a>,
    pub(super) names: Vec<String>,
    pub(super) prototypes: &'a Prototypes,
}

/// What a function has become, and what it names.
pub(super) struct Translated {
    pub(super) variables: Vec<Named>,
    pub(super) lines: Vec<Line>,
    pub(super) frame: Option<Frame>,
    pub(super) functions: BTreeSet<u32>,
    pub(super) objects: BTreeSet<u32>,
    /// Signatures that it calls through pointers.
    pub(super) signatures: BTreeSet<u32>,
}

#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) width: Width,
}

#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) depth: usize,
    pub(super) text: String,
}

/// A block that has not ended.
struct Block {
    kind: Kind,
    /// Values below it.
    height: usize,
    label: usize,
    is_target: bool,
    result: Option<Variable>,
    /// Whether it is reached at all.
    is_reached: bool,
    has_else: bool,
    /// Lines before it.
    begin: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Function,
    Block,
    Loop,
    If,
}

struct Translation<'a, 'h> {
    house: &'h House<'a>,
    code: Vec<(Operator<'a>, u64)>,
    /// Place of the end of the code.
    end: u64,
    result: Option<Width>,
    /// Code of a primitive: what it chooses may be secret.
    is_cryptographic: bool,
    /// What the header says, if it has the function.
    prototype: Option<&'h Prototype>,
    stack: Vec<Expression>,
    blocks: Vec<Block>,
    labels: usize,
    is_reached: bool,
    /// Variables that hold the result of a block.
    reserved: BTreeSet<Variable>,
    /// From here on variables are of this translation, not of the module.
    locals: usize,
    depth: usize,
    out: Translated,
}

/// Function `index`, whose parameters have the names given.
pub(super) fn translate(
    house: &House<'_>,
    index: u32,
    parameters: &[String],
) -> Result<Translated> {
    let function = house.module.function(index)?;
    let signature = house.module.signature_of(index)?;
    let mut variables: Vec<Named> = parameters
        .iter()
        .zip(&signature.parameters)
        .map(|(name, width)| Named {
            name: name.clone(),
            width: *width,
        })
        .collect();
    for group in function.body.get_locals_reader().map_err(failed)? {
        let (count, kind) = group.map_err(failed)?;
        for _ in 0..count {
            let name = format!("v{}", variables.len());
            let width = Width::of(kind)?;
            variables.push(Named { name, width });
        }
    }
    let code = function
        .body
        .get_operators_reader()
        .map_err(failed)?
        .into_iter_with_offsets()
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(failed)?;
    let frame = Frame::find(&code).map_err(|error| format!("{}: {error}", function.name))?;
    if let Some(frame) = &frame
        && frame.is_alone
        && let Some(base) = variables.get_mut(frame.base as usize)
    {
        base.name = FRAME.to_owned();
    }
    let mut translation = Translation {
        house,
        end: function.body.range().end,
        result: signature.result,
        is_cryptographic: is_cryptographic(&function.name),
        prototype: (house.names.get(index as usize)).and_then(|name| house.prototypes.get(name)),
        stack: Vec::new(),
        blocks: Vec::new(),
        labels: 0,
        is_reached: true,
        reserved: BTreeSet::new(),
        locals: variables.len(),
        depth: 1,
        code,
        out: Translated {
            variables,
            lines: Vec::new(),
            frame,
            functions: BTreeSet::new(),
            objects: BTreeSet::new(),
            signatures: BTreeSet::new(),
        },
    };
    translation
        .run()
        .map_err(|error| format!("{}: {error}", function.name))?;
    Ok(translation.out)
}

/// Whether a path is one of a crate of primitives, or of the library's own.
fn is_cryptographic(path: &str) -> bool {
    !path.contains("tokenmint") || path.contains("tokenmint::crypto")
}

impl Translation<'_, '_> {
    fn run(&mut self) -> Result<()> {
        self.open(Kind::Function, None);
        let mut at = 0;
        while let Some((operator, _)) = self.code.get(at) {
            let operator = operator.clone();
            if let Some(skipped) = self.out.frame.as_ref().and_then(|it| it.skipped(at)) {
                at += skipped.count;
                if self.is_reached {
                    self.skip(skipped);
                }
                continue;
            }
            at += 1;
            match operator {
                Operator::Block { blockty } => self.block(Kind::Block, blockty)?,
                Operator::Loop { blockty } => self.block(Kind::Loop, blockty)?,
                Operator::If { blockty } => self.block(Kind::If, blockty)?,
                Operator::Else => self.otherwise()?,
                Operator::End => self.close()?,
                _ if !self.is_reached => {}
                operator => at += self.instruction(&operator, at - 1)?,
            }
        }
        Ok(())
    }

    /// An instruction that begins or ends no block, and how many after it are
    /// done, too.
    fn instruction(&mut self, operator: &Operator<'_>, at: usize) -> Result<usize> {
        if let Some(pure) = operators::pure(operator) {
            let value = match pure {
                Pure::One(make) => make(&self.pop()?),
                Pure::Two(make) => {
                    let right = self.pop()?;
                    make(&self.pop()?, &right)
                }
            };
            self.stack.push(value);
            return Ok(0);
        }
        if let Some(access) = operators::load(operator) {
            let address = self.pop()?;
            let address = self.address(&address, &access, at)?;
            let mut value = Expression::load(&access.name, Width::W32, &address);
            if access.width == Width::W64 {
                value = match access.name.contains("64") {
                    true => Expression::load(&access.name, Width::W64, &address),
                    false => Expression::cast("uint64_t", Width::W64, &value),
                };
            }
            self.stack.push(value);
            return Ok(0);
        }
        if let Some(access) = operators::store(operator) {
            self.settle(2, |value| value.reads_memory);
            let value = self.pop()?;
            let address = self.pop()?;
            let address = self.address(&address, &access, at)?;
            self.line(format!(
                "{}({}, {});",
                access.name,
                address.text(),
                value.text()
            ));
            return Ok(0);
        }
        match operator {
            Operator::Nop => {}
            Operator::I32Const { value } => {
                let value = match self.relocated(at) {
                    Some(target) => self.named(target)?,
                    None => Expression::number(value.cast_unsigned().into(), Width::W32),
                };
                self.stack.push(value);
            }
            Operator::I64Const { value } => {
                let value = Expression::number(value.cast_unsigned(), Width::W64);
                self.stack.push(value);
            }
            Operator::LocalGet { local_index } => {
                let value = self.variable(*local_index as usize);
                self.stack.push(value);
            }
            Operator::LocalSet { local_index } => {
                self.assign(*local_index as usize)?;
            }
            Operator::LocalTee { local_index } => {
                self.assign(*local_index as usize)?;
                let value = self.variable(*local_index as usize);
                self.stack.push(value);
            }
            Operator::Drop => _ = self.pop()?,
            Operator::Select => {
                let condition = self.pop()?;
                let no = self.pop()?;
                let yes = self.pop()?;
                self.stack.push(match self.is_cryptographic {
                    true => Expression::choose(&condition, &yes, &no),
                    false => Expression::select(&condition, &yes, &no),
                });
            }
            Operator::Br { relative_depth } => {
                let text = self.branch(*relative_depth)?;
                self.line(text);
                self.is_reached = false;
            }
            Operator::BrIf { relative_depth } => {
                let condition = self.pop()?.condition();
                let text = self.branch(*relative_depth)?;
                if text.matches(';').count() > 1 {
                    self.line(format!("if ({condition}) {{ {text} }}"));
                } else {
                    self.line(format!("if ({condition}) {text}"));
                }
            }
            Operator::BrTable { targets } => {
                let index = self.pop()?;
                self.line(format!("switch ({}) {{", index.text()));
                let targets: Vec<u32> = targets
                    .targets()
                    .collect::<std::result::Result<_, _>>()
                    .map_err(failed)?;
                for (case, depth) in targets.iter().enumerate() {
                    // Cases that go the same way stand together.
                    if targets.get(case + 1) == Some(depth) {
                        self.line(format!("  case {case}:"));
                    } else {
                        let text = self.branch(*depth)?;
                        self.line(format!("  case {case}: {text}"));
                    }
                }
                let text = self.branch(self.default_of(at)?)?;
                self.line(format!("  default: {text}"));
                self.line("}".to_owned());
                self.is_reached = false;
            }
            Operator::Return => {
                let text = self.leave()?;
                self.line(text);
                self.is_reached = false;
            }
            Operator::Unreachable => {
                self.line("TM_NEVER();".to_owned());
                self.is_reached = false;
            }
            Operator::Call { function_index } => return self.call(*function_index, at),
            Operator::CallIndirect { type_index, .. } => {
                return self.call_pointer(*type_index, at);
            }
            other => return Err(format!("{other:?} has no translation")),
        }
        Ok(0)
    }

    fn default_of(&self, at: usize) -> Result<u32> {
        match self.code.get(at) {
            Some((Operator::BrTable { targets }, _)) => Ok(targets.default()),
            _ => Err("no table of branches".to_owned()),
        }
    }

    /// Instructions of the frame: its address may have to go to a variable.
    fn skip(&mut self, skipped: Skipped) {
        let Some(frame) = &self.out.frame else {
            return;
        };
        let base = frame.base as usize;
        if skipped.opens && !frame.is_alone {
            self.settle(0, |waiting| waiting.reads.contains(&base));
            self.set(base, FRAME);
        }
        if skipped.gives_base {
            let value = self.variable(base);
            self.stack.push(value);
        }
    }

    // Calls

    fn call(&mut self, function: u32, at: usize) -> Result<usize> {
        let house = self.house;
        let signature = house.module.signature_of(function)?;
        let count = signature.parameters.len();
        let name = house
            .names
            .get(function as usize)
            .ok_or("a function without a name")?;
        // `memcpy` and its family give back what they were given, from before.
        let is_given_back = names::LIBC.contains(&name.as_str())
            && !matches!(self.code.get(at + 1), Some((Operator::Drop, _)));
        let operands = if is_given_back { 0 } else { count };
        self.settle_for_call(operands, at);
        let mut arguments = Vec::new();
        for _ in 0..count {
            arguments.insert(0, self.pop()?);
        }
        if names::LIBC.contains(&name.as_str()) {
            return self.call_libc(name, &arguments, at);
        }
        self.out.functions.insert(function);
        let texts: Vec<String> = arguments.iter().map(|it| it.text().to_owned()).collect();
        let call = match house.prototypes.get(name) {
            Some(prototype) => prototype.call(&texts),
            None => format!("{name}({})", texts.join(", ")),
        };
        self.called(&call, signature.result, at)
    }

    fn call_pointer(&mut self, index: u32, at: usize) -> Result<usize> {
        let signature = self.house.module.signature(index)?;
        let count = signature.parameters.len();
        self.settle_for_call(count + 1, at);
        let pointer = self.pop()?;
        let mut texts = Vec::new();
        for _ in 0..count {
            texts.insert(0, self.pop()?.text().to_owned());
        }
        self.out.signatures.insert(index);
        let call = format!(
            "TM_FUNCTION(tm_function_{index}, {})({})",
            pointer.text(),
            texts.join(", ")
        );
        self.called(&call, signature.result, at)
    }

    /// `memcpy` and its family, which give their first argument.
    fn call_libc(&mut self, name: &str, arguments: &[Expression], at: usize) -> Result<usize> {
        let [first, second, count] = arguments else {
            return Err(format!("{name} with {} arguments", arguments.len()));
        };
        let arguments = format!("{}, {}, {}", first.text(), second.text(), count.text());
        match name {
            "memcmp" | "bcmp" => {
                return self.called(&format!("tm_difference({arguments})"), Some(Width::W32), at);
            }
            "memcpy" => self.line(format!("tm_copy({arguments});")),
            "memmove" => self.line(format!("tm_move({arguments});")),
            "memset" => self.line(format!("tm_fill({arguments});")),
            _ => return Err(format!("{name} has no translation")),
        }
        if matches!(self.code.get(at + 1), Some((Operator::Drop, _))) {
            return Ok(1);
        }
        self.stack.push(first.clone());
        Ok(0)
    }

    /// A call is done where it stands; its result goes to the variable that the
    /// next instruction puts it in.
    fn called(&mut self, call: &str, result: Option<Width>, at: usize) -> Result<usize> {
        let Some(width) = result else {
            self.line(format!("{call};"));
            return Ok(0);
        };
        if matches!(self.code.get(at + 1), Some((Operator::Drop, _))) {
            self.line(format!("(void){call};"));
            return Ok(1);
        }
        let (variable, is_tee) = match self.place(at) {
            Some(place) => place,
            None => (self.temporary(width), true),
        };
        self.set(variable, call);
        if is_tee {
            let value = self.variable(variable);
            self.stack.push(value);
        }
        Ok(usize::from(self.place(at).is_some()))
    }

    /// The variable that the instruction after `at` puts its operand in, and
    /// whether it leaves it on the stack, too.
    fn place(&self, at: usize) -> Option<(Variable, bool)> {
        match self.code.get(at + 1) {
            Some((Operator::LocalSet { local_index }, _)) => Some((*local_index as usize, false)),
            Some((Operator::LocalTee { local_index }, _)) => Some((*local_index as usize, true)),
            _ => None,
        }
    }

    /// Before a call whose operands are the uppermost `operands`: what waits to
    /// read memory, or the variable that the result goes to.
    fn settle_for_call(&mut self, operands: usize, at: usize) {
        let place = self.place(at).map(|(variable, _)| variable);
        self.settle(operands, |value| {
            value.reads_memory || place.is_some_and(|place| value.reads.contains(&place))
        });
    }

    // Blocks

    fn open(&mut self, kind: Kind, result: Option<Variable>) {
        self.labels += usize::from(kind != Kind::Function);
        self.blocks.push(Block {
            kind,
            height: self.stack.len(),
            label: self.labels,
            is_target: false,
            result,
            is_reached: self.is_reached,
            has_else: false,
            begin: self.out.lines.len(),
        });
    }

    fn block(&mut self, kind: Kind, result: BlockType) -> Result<()> {
        if !self.is_reached {
            self.open(kind, None);
            return Ok(());
        }
        let operands = usize::from(kind == Kind::If);
        // What is evaluated inside may be evaluated on one way only.
        self.settle(operands, |value| value.value().is_none());
        let condition = match kind {
            Kind::If => Some(self.pop()?),
            _ => None,
        };
        let result = match result {
            BlockType::Empty => None,
            BlockType::Type(kind) => {
                let variable = self.temporary(Width::of(kind)?);
                self.reserved.insert(variable);
                Some(variable)
            }
            BlockType::FuncType(_) => return Err("a block with parameters".to_owned()),
        };
        self.open(kind, result);
        if let Some(condition) = condition {
            self.line(format!("if ({}) {{", condition.condition()));
            self.depth += 1;
        }
        Ok(())
    }

    fn otherwise(&mut self) -> Result<()> {
        let block = self.blocks.last().ok_or("no block to end")?;
        if !block.is_reached {
            return Ok(());
        }
        let (result, height) = (block.result, block.height);
        if self.is_reached
            && let Some(result) = result
        {
            self.assign(result)?;
        }
        self.stack.truncate(height);
        self.depth -= 1;
        self.line("} else {".to_owned());
        self.depth += 1;
        self.is_reached = true;
        if let Some(block) = self.blocks.last_mut() {
            block.has_else = true;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        let block = self.blocks.pop().ok_or("no block to end")?;
        if !block.is_reached {
            return Ok(());
        }
        if block.kind == Kind::Function {
            if self.is_reached && self.result.is_some() {
                let text = self.leave()?;
                self.line(text);
            }
            return Ok(());
        }
        if self.is_reached
            && let Some(result) = block.result
        {
            self.assign(result)?;
        }
        if block.kind == Kind::If {
            self.depth -= 1;
            self.line("}".to_owned());
        }
        let label = Line {
            depth: 0,
            text: format!("l{}:;", block.label),
        };
        if block.is_target {
            match block.kind {
                Kind::Loop => self.out.lines.insert(block.begin, label),
                _ => self.out.lines.push(label),
            }
        }
        self.is_reached |= match block.kind {
            Kind::Loop => false,
            Kind::If => block.is_target || !block.has_else,
            _ => block.is_target,
        };
        self.stack.truncate(block.height);
        if let Some(result) = block.result {
            self.reserved.remove(&result);
            let value = self.variable(result);
            self.stack.push(value);
        }
        Ok(())
    }

    /// The statements that go to the end of a block, or the beginning of a loop.
    fn branch(&mut self, depth: u32) -> Result<String> {
        let at = self
            .blocks
            .len()
            .checked_sub(depth as usize + 1)
            .ok_or("a branch out of the function")?;
        let block = self.blocks.get_mut(at).ok_or("no such block")?;
        if block.kind == Kind::Function {
            return self.leave();
        }
        block.is_target = true;
        let (label, kind, result) = (block.label, block.kind, block.result);
        if kind != Kind::Loop
            && let Some(result) = result
        {
            let value = self.stack.last().ok_or("a branch without a value")?;
            let text = value.text().to_owned();
            return Ok(format!("{} = {text}; goto l{label};", self.name(result)));
        }
        Ok(format!("goto l{label};"))
    }

    fn leave(&self) -> Result<String> {
        match self.result {
            None => Ok("return;".to_owned()),
            Some(_) => {
                let value = self.stack.last().ok_or("a return without a value")?;
                let value = match &self.prototype {
                    Some(prototype) => prototype.returned(value.text()),
                    None => value.text().to_owned(),
                };
                Ok(format!("return {value};"))
            }
        }
    }

    // Variables

    fn name(&self, variable: Variable) -> &str {
        self.out
            .variables
            .get(variable)
            .map_or("", |named| &named.name)
    }

    fn variable(&self, variable: Variable) -> Expression {
        let width = self
            .out
            .variables
            .get(variable)
            .map_or(Width::W32, |named| named.width);
        Expression::variable(variable, self.name(variable), width)
    }

    fn pop(&mut self) -> Result<Expression> {
        self.stack
            .pop()
            .ok_or_else(|| "an instruction without its operand".to_owned())
    }

    /// `variable = value` with the uppermost value, after what still wants to
    /// read the old one.
    fn assign(&mut self, variable: Variable) -> Result<()> {
        self.settle(1, |waiting| waiting.reads.contains(&variable));
        let value = self.pop()?;
        self.set(variable, value.text());
        Ok(())
    }

    fn set(&mut self, variable: Variable, value: &str) {
        let name = self.name(variable);
        if value != name {
            self.line(format!("{name} = {value};"));
        }
    }

    /// Evaluates what waits below the uppermost `operands`, where `is_wanted`.
    fn settle(&mut self, operands: usize, is_wanted: impl Fn(&Expression) -> bool) {
        for at in 0..self.stack.len().saturating_sub(operands) {
            let Some(value) = self.stack.get(at).cloned() else {
                continue;
            };
            if !is_wanted(&value) {
                continue;
            }
            let variable = self.temporary(value.width);
            let name = self.name(variable).to_owned();
            self.line(format!("{name} = {};", value.text()));
            let held = self.variable(variable);
            if let Some(place) = self.stack.get_mut(at) {
                *place = held;
            }
        }
    }

    /// A variable that nothing waits to read.
    fn temporary(&mut self, width: Width) -> Variable {
        let is_free = |variable: &Variable| {
            !self.reserved.contains(variable)
                && !self
                    .stack
                    .iter()
                    .any(|value| value.reads.contains(variable))
                && (self.out.variables.get(*variable)).is_some_and(|it| it.width == width)
        };
        let count = self.out.variables.len();
        if let Some(variable) = (self.locals..count).find(is_free) {
            return variable;
        }
        self.out.variables.push(Named {
            name: format!("t{}", count - self.locals),
            width,
        });
        count
    }

    fn line(&mut self, text: String) {
        self.out.lines.push(Line {
            depth: self.depth,
            text,
        });
    }

    // Addresses

    /// What the linker has put into instruction `at`.
    fn relocated(&self, at: usize) -> Option<Target> {
        let begin = self.code.get(at)?.1;
        let end = self.code.get(at + 1).map_or(self.end, |(_, place)| *place);
        let mut found = self.house.module.addresses.range(begin..end);
        found.next().map(|(_, target)| *target)
    }

    fn named(&mut self, target: Target) -> Result<Expression> {
        match target {
            Target::Function(function) => {
                let name = self
                    .house
                    .names
                    .get(function as usize)
                    .ok_or("a function without a name")?;
                self.out.functions.insert(function);
                Ok(Expression::atom(format!("TM_CODE({name})"), Width::W32))
            }
            Target::Object(object, offset) => {
                self.out.objects.insert(object);
                let address =
                    Expression::atom(format!("TM_ADDRESS(&tm_data_{object})"), Width::W32);
                let offset = Expression::number(offset.cast_unsigned().into(), Width::W32);
                Ok(Expression::binary("+", &address, &offset))
            }
        }
    }

    /// The address of an access, whose constant part may be one of a constant.
    fn address(&mut self, base: &Expression, access: &Access, at: usize) -> Result<Expression> {
        if let Some(target) = self.relocated(at) {
            let object = self.named(target)?;
            return Ok(match base.value() {
                Some(0) => object,
                _ => Expression::binary("+", &object, base),
            });
        }
        let offset = Expression::number(access.offset, Width::W32);
        Ok(Expression::binary("+", base, &offset))
    }
}
