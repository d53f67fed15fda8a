//! Values as expressions of C. One is held back until it is used, so it knows
//! what it reads.

use std::collections::BTreeSet;

use super::module::Width;

/// The number of a variable in its function.
pub(super) type Variable = usize;

#[derive(Clone, Debug)]
pub(super) struct Expression {
    text: String,
    shape: Shape,
    pub(super) width: Width,
    pub(super) reads: BTreeSet<Variable>,
    pub(super) reads_memory: bool,
}

/// What decides about parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// A name, a call, a cast.
    Atom,
    Number(u64),
    /// Operands with one operator, which may get another at its end.
    Chain(&'static str),
    /// 0 or 1, of type `int`.
    Truth,
    Other,
}

impl Expression {
    fn new(text: String, shape: Shape, width: Width) -> Self {
        Self {
            text,
            shape,
            width,
            reads: BTreeSet::new(),
            reads_memory: false,
        }
    }

    pub(super) fn number(value: u64, width: Width) -> Self {
        Self::new(digits(value, width), Shape::Number(value), width)
    }

    pub(super) fn variable(variable: Variable, name: &str, width: Width) -> Self {
        let mut value = Self::new(name.to_owned(), Shape::Atom, width);
        value.reads.insert(variable);
        value
    }

    /// What has no operands: an address, or a call that is evaluated at once.
    pub(super) fn atom(text: String, width: Width) -> Self {
        Self::new(text, Shape::Atom, width)
    }

    pub(super) fn value(&self) -> Option<u64> {
        match self.shape {
            Shape::Number(value) => Some(value),
            _ => None,
        }
    }

    /// As an argument, or what is assigned.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// As a condition.
    pub(super) fn condition(&self) -> String {
        match self.shape {
            Shape::Atom | Shape::Truth => self.text.clone(),
            _ => format!("{} != 0", self.operand()),
        }
    }

    /// As an operand.
    fn operand(&self) -> String {
        match self.shape {
            Shape::Atom | Shape::Number(_) => self.text.clone(),
            Shape::Truth => format!("({})({})", self.width.name(), self.text),
            _ => format!("({})", self.text),
        }
    }

    fn signed(&self) -> String {
        match (self.shape, self.width) {
            (Shape::Number(value), Width::W32) if value < 0x8000_0000 => value.to_string(),
            (_, Width::W32) => format!("(int32_t){}", self.operand()),
            (Shape::Number(value), Width::W64) if value < 1 << 63 => format!("{value}ll"),
            (_, Width::W64) => format!("(int64_t){}", self.operand()),
        }
    }

    fn after(mut self, operands: &[&Self]) -> Self {
        for operand in operands {
            self.reads.extend(&operand.reads);
            self.reads_memory |= operand.reads_memory;
        }
        self
    }

    /// `left operator right`, for operators that are the same with and without
    /// a sign.
    pub(super) fn binary(operator: &'static str, left: &Self, right: &Self) -> Self {
        let width = left.width;
        if right.value() == Some(0) && matches!(operator, "+" | "-" | "|" | "^") {
            return left.clone();
        }
        let (operator, right_text) = match (operator, right.value()) {
            // To add a large number is to subtract a small one.
            ("+", Some(value)) if negated(value, width) < 1 << 24 => {
                ("-", digits(negated(value, width), width))
            }
            _ => (operator, right.operand()),
        };
        let kind = match operator {
            "-" => "+",
            other => other,
        };
        let left_text = match left.shape {
            Shape::Chain(chain) if chain == kind => left.text.clone(),
            _ => left.operand(),
        };
        let text = format!("{left_text} {operator} {right_text}");
        Self::new(text, Shape::Chain(kind), width).after(&[left, right])
    }

    /// By an amount of which only the low bits count.
    pub(super) fn shift(operator: &'static str, signed: bool, left: &Self, right: &Self) -> Self {
        let (width, amount) = (left.width, right.amount(left.width));
        let (text, shape) = if signed {
            let (plain, kind) = signs(width);
            let text = format!("({plain})(({kind}){} {operator} {amount})", left.operand());
            (text, Shape::Atom)
        } else {
            let text = format!("{} {operator} {amount}", left.operand());
            (text, Shape::Other)
        };
        Self::new(text, shape, width).after(&[left, right])
    }

    /// The amount of a shift.
    fn amount(&self, width: Width) -> String {
        let mask = match width {
            Width::W32 => 31,
            Width::W64 => 63,
        };
        match self.value() {
            Some(value) => (value & mask).to_string(),
            None => format!("({} & {mask}u)", self.operand()),
        }
    }

    pub(super) fn compare(operator: &'static str, signed: bool, left: &Self, right: &Self) -> Self {
        let text = if signed {
            format!("{} {operator} {}", left.signed(), right.signed())
        } else {
            format!("{} {operator} {}", left.operand(), right.operand())
        };
        Self::new(text, Shape::Truth, Width::W32).after(&[left, right])
    }

    pub(super) fn is_zero(&self) -> Self {
        let text = match self.shape {
            Shape::Truth => format!("!({})", self.text),
            _ => format!("{} == 0", self.operand()),
        };
        Self::new(text, Shape::Truth, Width::W32).after(&[self])
    }

    pub(super) fn divide(operator: &'static str, signed: bool, left: &Self, right: &Self) -> Self {
        let width = left.width;
        let (text, shape) = if signed {
            let (plain, _) = signs(width);
            let text = format!("({plain})({} {operator} {})", left.signed(), right.signed());
            (text, Shape::Atom)
        } else {
            let text = format!("{} {operator} {}", left.operand(), right.operand());
            (text, Shape::Other)
        };
        Self::new(text, shape, width).after(&[left, right])
    }

    /// A call of a macro or function without effects.
    pub(super) fn call(name: &str, width: Width, arguments: &[&Self]) -> Self {
        let texts: Vec<_> = arguments.iter().map(|it| it.text()).collect();
        let text = format!("{name}({})", texts.join(", "));
        Self::new(text, Shape::Atom, width).after(arguments)
    }

    /// What `name` reads at `address`.
    pub(super) fn load(name: &str, width: Width, address: &Self) -> Self {
        let mut value = Self::call(name, width, &[address]);
        value.reads_memory = true;
        value
    }

    pub(super) fn cast(kind: &str, width: Width, value: &Self) -> Self {
        let operand = match value.shape {
            Shape::Truth => format!("({})", value.text),
            _ => value.operand(),
        };
        Self::new(format!("({kind}){operand}"), Shape::Atom, width).after(&[value])
    }

    /// One of two values without a branch, whatever the compiler likes better.
    pub(super) fn choose(condition: &Self, yes: &Self, no: &Self) -> Self {
        let name = match yes.width {
            Width::W32 => "tm_choose_32",
            Width::W64 => "tm_choose_64",
        };
        Self::call(name, yes.width, &[condition, yes, no])
    }

    pub(super) fn select(condition: &Self, yes: &Self, no: &Self) -> Self {
        let test = match condition.shape {
            Shape::Atom => condition.text.clone(),
            _ => format!("({})", condition.condition()),
        };
        let text = format!("{test} ? {} : {}", yes.operand(), no.operand());
        Self::new(text, Shape::Other, yes.width).after(&[condition, yes, no])
    }
}

fn signs(width: Width) -> (&'static str, &'static str) {
    match width {
        Width::W32 => ("uint32_t", "int32_t"),
        Width::W64 => ("uint64_t", "int64_t"),
    }
}

fn negated(value: u64, width: Width) -> u64 {
    match width {
        Width::W32 => value.wrapping_neg() & 0xffff_ffff,
        Width::W64 => value.wrapping_neg(),
    }
}

fn digits(value: u64, width: Width) -> String {
    let suffix = match width {
        Width::W32 => "u",
        Width::W64 => "ull",
    };
    if value < 4096 {
        format!("{value}{suffix}")
    } else {
        format!("0x{value:x}{suffix}")
    }
}
