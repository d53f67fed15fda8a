//! The paths that a source file names, with `use` groups spread out.

use super::tokens::{Kind, Token};

/// A path as written, and where.
#[derive(Debug)]
pub(super) struct Path<'a> {
    /// Segments; `*` for everything.
    pub(super) segments: Vec<&'a str>,
    /// It began with `::`, so its first segment is a crate.
    pub(super) global: bool,
    /// The name a `use` gives to it.
    pub(super) alias: Option<&'a str>,
    /// Inline modules around it, outermost first.
    pub(super) inside: Vec<&'a str>,
    pub(super) line: usize,
}

/// All paths of at least two segments, and those of `use` items of any length.
pub(super) fn paths<'a>(tokens: &[Token<'a>]) -> Vec<Path<'a>> {
    let mut reader = Reader {
        tokens,
        at: 0,
        inside: Vec::new(),
        depth: 0,
        paths: Vec::new(),
    };
    reader.read();
    reader.paths
}

struct Reader<'a, 't> {
    tokens: &'t [Token<'a>],
    at: usize,
    /// Inline modules that are open, with the brace depth of their content.
    inside: Vec<(&'a str, usize)>,
    depth: usize,
    paths: Vec<Path<'a>>,
}

impl<'a> Reader<'a, '_> {
    fn peek(&self, ahead: usize) -> Option<Kind<'a>> {
        self.tokens.get(self.at + ahead).map(|token| token.kind)
    }

    fn read(&mut self) {
        while let Some(kind) = self.peek(0) {
            match (kind, self.peek(1), self.peek(2)) {
                (Kind::Word("use"), ..) => {
                    self.at += 1;
                    self.tree(Vec::new(), false, true);
                }
                (Kind::Word("mod"), Some(Kind::Word(name)), Some(Kind::Mark('{'))) => {
                    self.depth += 1;
                    self.inside.push((name, self.depth));
                    self.at += 3;
                }
                (Kind::Colons, ..) | (Kind::Word(_), Some(Kind::Colons), _) => {
                    self.tree(Vec::new(), false, false);
                }
                (Kind::Mark('{'), ..) => {
                    self.depth += 1;
                    self.at += 1;
                }
                (Kind::Mark('}'), ..) => {
                    if self
                        .inside
                        .last()
                        .is_some_and(|(_, depth)| *depth == self.depth)
                    {
                        self.inside.pop();
                    }
                    self.depth = self.depth.saturating_sub(1);
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
    }

    /// Reads one path, or a tree of them in a `use`, that goes on from `prefix`.
    fn tree(&mut self, prefix: Vec<&'a str>, mut global: bool, is_use: bool) {
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        let mut segments = prefix;
        if segments.is_empty() && self.peek(0) == Some(Kind::Colons) {
            // `<T as Trait>::NAME` is no path from the crate list.
            global = self.at == 0
                || !matches!(self.tokens[self.at - 1].kind, Kind::Mark('>' | ')' | ']'));
            self.at += 1;
            if !global {
                return;
            }
        }
        loop {
            match self.peek(0) {
                Some(Kind::Word(word)) => {
                    segments.push(word);
                    self.at += 1;
                }
                Some(Kind::Mark('*')) if is_use => {
                    segments.push("*");
                    self.at += 1;
                    break;
                }
                Some(Kind::Mark('{')) if is_use => {
                    self.at += 1;
                    while self.peek(0).is_some_and(|kind| kind != Kind::Mark('}')) {
                        let before = self.at;
                        self.tree(segments.clone(), global, true);
                        if self.peek(0) == Some(Kind::Mark(',')) || self.at == before {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                _ => break,
            }
            if self.peek(0) != Some(Kind::Colons) {
                break;
            }
            self.at += 1;
        }
        let mut alias = None;
        if let (true, Some(Kind::Word("as")), Some(Kind::Word(name))) =
            (is_use, self.peek(0), self.peek(1))
        {
            alias = Some(name);
            self.at += 2;
        }
        if segments.len() > 1 && segments.last() == Some(&"self") {
            segments.pop();
        }
        if is_use {
            alias = alias.or(segments.last().copied());
        }
        if !segments.is_empty() {
            self.paths.push(Path {
                segments,
                global,
                alias,
                inside: self.inside.iter().map(|(name, _)| *name).collect(),
                line,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn spread(source: &str) -> Vec<String> {
        paths(&tokens(source))
            .iter()
            .map(|path| {
                let colons = if path.global { "::" } else { "" };
                format!("{colons}{}", path.segments.join("::"))
            })
            .collect()
    }

    #[test]
    fn groups_are_spread_out() {
        assert_eq!(
            spread("use crate::{a, b::{self, c as d}, e::*}; use sha2;"),
            ["crate::a", "crate::b", "crate::b::c", "crate::e::*", "sha2"]
        );
        assert_eq!(spread("pub(crate) use {x::y, ::z};"), ["x::y", "::z"]);
    }

    #[test]
    fn expressions_and_types_count() {
        assert_eq!(
            spread("fn f(a: crate::A<b::C>) { d::e::<F>(g.h, <X as i::J>::K) }"),
            ["crate::A", "b::C", "d::e", "i::J"]
        );
    }

    #[test]
    fn inline_modules_are_known() {
        let tokens = tokens("mod a { fn f() { x::y } mod b { use super::c; } } p::q");
        let inside: Vec<_> = paths(&tokens).into_iter().map(|path| path.inside).collect();
        assert_eq!(inside, [vec!["a"], vec!["a", "b"], vec![]]);
    }
}
