//! Many mutants in one build: each change of a source file sits behind a switch,
//! and a variable of the environment says which one is on.
//!
//! `a < b` becomes `(if on(7) { a <= b } else { a < b })`, and a function begins
//! with `if on(8) { return 0; }`; one that returns some iterator filters it. The
//! field of a struct that is not there has what `..base` has.

use std::collections::HashMap;
use std::ops::Range;

use proc_macro2::{LineColumn, Span};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

use super::list::Mutant;
use crate::Result;

/// Which mutant is on: its number, or nothing.
pub(super) const VARIABLE: &str = "TOKENMINT_MUTANT";

/// At the head of the crate: what [`FUNCTION`] needs.
pub(super) const ATTRIBUTES: &str = "#![feature(core_intrinsics, const_eval_select)]\n\
                                     #![allow(internal_features)]\n";

/// At the end of the crate. What is computed when the crate is built has every
/// mutant off: those are left to cargo-mutants.
pub(super) const FUNCTION: &str = r#"
#[doc(hidden)]
pub const fn __mutant_is_on(number: u32) -> bool {
    const fn while_building(_: u32) -> bool {
        false
    }
    fn running(number: u32) -> bool {
        use core::sync::atomic::{AtomicU32, Ordering};
        static ON: AtomicU32 = AtomicU32::new(u32::MAX);
        let mut on = ON.load(Ordering::Relaxed);
        if on == u32::MAX {
            on = std::env::var("TOKENMINT_MUTANT").map_or(0, |number| number.parse().unwrap_or(0));
            ON.store(on, Ordering::Relaxed);
        }
        on == number
    }
    core::intrinsics::const_eval_select((number,), while_building, running)
}
"#;

/// A source file with its switches.
pub(super) struct Switched {
    pub(super) text: String,
    /// What each mutant wrote, and what stands around it: bytes of `text`.
    pub(super) changes: Vec<(Range<usize>, Vec<u32>)>,
    pub(super) surroundings: Vec<(Range<usize>, Vec<u32>)>,
    /// Mutants that are no Rust: `||` beside a `let`.
    pub(super) impossible: Vec<u32>,
}

/// `source` with a switch for each of `mutants` that can have one.
pub(super) fn switched(source: &str, mutants: &[&Mutant]) -> Result<Switched> {
    let file = syn::parse_file(source).map_err(|error| error.to_string())?;
    let mut wanted: HashMap<(usize, usize, &str), Vec<&Mutant>> = HashMap::new();
    for mutant in mutants {
        let key = (mutant.line, mutant.column, mutant.genre.as_str());
        wanted.entry(key).or_default().push(mutant);
    }
    let mut finder = Finder {
        source,
        wanted,
        nodes: Vec::new(),
        impossible: Vec::new(),
    };
    finder.visit_file(&file);
    let (mut nodes, impossible) = (finder.nodes, finder.impossible);
    // The outer ones first.
    nodes.sort_by_key(|node| (node.range.start, usize::MAX - node.range.end, node.rank));
    let mut writer = Writer {
        source,
        text: String::new(),
        changes: Vec::new(),
        surroundings: Vec::new(),
    };
    writer.write(0..source.len(), &nodes);
    Ok(Switched {
        text: writer.text,
        changes: writer.changes,
        surroundings: writer.surroundings,
        impossible,
    })
}

/// A part of the source and what goes around it.
struct Node {
    range: Range<usize>,
    /// Of nodes with the same range, the lowest is outside.
    rank: u8,
    before: Vec<Piece>,
    after: Vec<Piece>,
    /// Mutants that errors in it may be about, although others wrote it.
    about: Vec<u32>,
}

struct Piece {
    text: String,
    /// The mutant that wrote it.
    number: Option<u32>,
}

fn plain(text: impl Into<String>) -> Piece {
    Piece {
        text: text.into(),
        number: None,
    }
}

fn is_on(number: u32) -> String {
    format!("crate::__mutant_is_on({number})")
}

struct Finder<'a> {
    source: &'a str,
    wanted: HashMap<(usize, usize, &'a str), Vec<&'a Mutant>>,
    nodes: Vec<Node>,
    impossible: Vec<u32>,
}

impl<'a> Finder<'a> {
    fn take(&mut self, at: LineColumn, genre: &'a str) -> Vec<&'a Mutant> {
        self.wanted
            .remove(&(at.line, at.column + 1, genre))
            .unwrap_or_default()
    }

    /// `(if on(1) { one } else if on(2) { two } else { source })`.
    fn expression(&mut self, range: Range<usize>, rank: u8, others: Vec<(u32, String)>) {
        if others.is_empty() {
            return;
        }
        let mut before = vec![plain("(")];
        for (number, text) in others {
            before.push(plain(format!("if {} {{ ", is_on(number))));
            before.push(Piece {
                text,
                number: Some(number),
            });
            before.push(plain(" } else "));
        }
        before.push(plain("{ "));
        self.nodes.push(Node {
            range,
            rank,
            before,
            after: vec![plain(" })")],
            about: Vec::new(),
        });
    }

    /// Of the function `whole`, in which an argument may not be dropped early.
    fn body(&mut self, whole: Range<usize>, block: &syn::Block) {
        let (Some(first), Some(last)) = (block.stmts.first(), block.stmts.last()) else {
            return;
        };
        let mutants = self.take(first.span().start(), "FnValue");
        if mutants.is_empty() {
            return;
        }
        let range = first.span().byte_range().start..last.span().byte_range().end;
        self.nodes.push(Node {
            range: whole,
            rank: 0,
            before: Vec::new(),
            after: Vec::new(),
            about: mutants.iter().map(|mutant| mutant.number).collect(),
        });
        if mutants.iter().all(|mutant| mutant.is_iterator) {
            self.items(range, &mutants);
            return;
        }
        let mut before = Vec::new();
        for mutant in mutants {
            before.push(plain(format!("if {} {{ return ", is_on(mutant.number))));
            before.push(Piece {
                text: mutant.replacement.clone(),
                number: Some(mutant.number),
            });
            before.push(plain("; } "));
        }
        self.nodes.push(Node {
            range,
            rank: 0,
            before,
            after: Vec::new(),
            about: Vec::new(),
        });
    }

    /// Of a body whose value is some iterator, which cannot be another one: all of
    /// its items or those of a mutant.
    fn items(&mut self, range: Range<usize>, mutants: &[&Mutant]) {
        let off = mutants
            .iter()
            .map(|mutant| format!("!{}", is_on(mutant.number)));
        let off: Vec<_> = off.collect();
        let mut after = vec![plain(format!(
            " }}; __body.filter(|_| {})",
            off.join(" && ")
        ))];
        for mutant in mutants {
            after.push(plain(".chain("));
            after.push(Piece {
                text: format!(
                    "{}.filter(|_| {})",
                    mutant.replacement,
                    is_on(mutant.number)
                ),
                number: Some(mutant.number),
            });
            after.push(plain(")"));
        }
        self.nodes.push(Node {
            range,
            rank: 0,
            before: vec![plain("let __body = { ")],
            after,
            about: Vec::new(),
        });
    }

    fn text(&self, start: usize, end: usize) -> &'a str {
        self.source.get(start..end).unwrap_or_default()
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.body(item.span().byte_range(), &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.body(item.span().byte_range(), &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.body(item.span().byte_range(), block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_expr_binary(&mut self, expr: &'ast syn::ExprBinary) {
        let (whole, operator) = (expr.span().byte_range(), expr.op.span());
        let mutants = self.take(operator.start(), "BinaryOperator");
        // What `let` binds would not leave the parentheses.
        if binds(&expr.left) || binds(&expr.right) {
            let others = mutants.iter().filter(|mutant| mutant.replacement == "||");
            self.impossible.extend(others.map(|mutant| mutant.number));
        } else {
            let left = self.text(whole.start, operator.byte_range().start);
            let right = self.text(operator.byte_range().end, whole.end);
            let others = mutants.into_iter().map(|mutant| {
                let text = format!("{left}{}{right}", mutant.replacement);
                (mutant.number, text)
            });
            let others = others.collect();
            self.expression(whole, 2, others);
        }
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_unary(&mut self, expr: &'ast syn::ExprUnary) {
        let (whole, operator) = (expr.span().byte_range(), expr.op.span());
        let mutants = self.take(operator.start(), "UnaryOperator");
        let operand = self.text(operator.byte_range().end, whole.end).to_owned();
        let others = mutants.into_iter();
        let others = others.map(|mutant| (mutant.number, operand.clone()));
        let others = others.collect();
        self.expression(whole, 2, others);
        visit::visit_expr_unary(self, expr);
    }

    fn visit_expr_struct(&mut self, expr: &'ast syn::ExprStruct) {
        for field in &expr.fields {
            let mutants = self.take(field.span().start(), "StructField");
            let (Some(rest), syn::Member::Named(name)) = (&expr.rest, &field.member) else {
                continue;
            };
            let rest = rest.span().byte_range();
            let left = format!("({}).{name}", self.text(rest.start, rest.end));
            let others = mutants.into_iter();
            let others = others.map(|mutant| (mutant.number, left.clone()));
            let others: Vec<_> = others.collect();
            let is_short = field.colon_token.is_none() && !others.is_empty();
            self.expression(field.expr.span().byte_range(), 1, others);
            if let Some(node) = self.nodes.last_mut().filter(|_| is_short) {
                node.before.insert(0, plain(format!("{name}: ")));
            }
        }
        visit::visit_expr_struct(self, expr);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if let Some((_, guard)) = &arm.guard {
            let span: Span = guard.span();
            if !binds(guard) {
                let mutants = self.take(span.start(), "MatchArmGuard").into_iter();
                let others = mutants.map(|mutant| (mutant.number, mutant.replacement.clone()));
                let others = others.collect();
                self.expression(span.byte_range(), 1, others);
            }
        } else if let [mutant] = self.take(arm.span().start(), "MatchArm")[..] {
            self.nodes.push(Node {
                range: arm.pat.span().byte_range(),
                rank: 1,
                before: Vec::new(),
                after: vec![Piece {
                    text: format!(" if !{}", is_on(mutant.number)),
                    number: Some(mutant.number),
                }],
                about: Vec::new(),
            });
        }
        visit::visit_arm(self, arm);
    }
}

/// Whether `expr` is a `let`, or a chain with one.
fn binds(expr: &syn::Expr) -> bool {
    match expr {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(expr) => binds(&expr.left) || binds(&expr.right),
        _ => false,
    }
}

struct Writer<'a> {
    source: &'a str,
    text: String,
    changes: Vec<(Range<usize>, Vec<u32>)>,
    surroundings: Vec<(Range<usize>, Vec<u32>)>,
}

impl Writer<'_> {
    /// Writes `range` of the source with those of `nodes` that are in it, which
    /// are the first; gives the others.
    fn write<'n>(&mut self, range: Range<usize>, mut nodes: &'n [Node]) -> &'n [Node] {
        let mut at = range.start;
        while let Some((node, rest)) = nodes.split_first() {
            if node.range.start >= range.end {
                break;
            }
            self.copy(at, node.range.start);
            let start = self.text.len();
            let mut numbers = self.pieces(&node.before);
            nodes = self.write(node.range.clone(), rest);
            numbers.extend(self.pieces(&node.after));
            numbers.extend(&node.about);
            self.surroundings.push((start..self.text.len(), numbers));
            at = node.range.end;
        }
        self.copy(at, range.end);
        nodes
    }

    fn copy(&mut self, start: usize, end: usize) {
        self.text
            .push_str(self.source.get(start..end).unwrap_or_default());
    }

    fn pieces(&mut self, pieces: &[Piece]) -> Vec<u32> {
        let mut numbers = Vec::new();
        for piece in pieces {
            let start = self.text.len();
            self.text.push_str(&piece.text);
            if let Some(number) = piece.number {
                self.changes.push((start..self.text.len(), vec![number]));
                numbers.push(number);
            }
        }
        numbers
    }
}
