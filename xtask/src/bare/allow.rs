//! The ways to panic that an image may have, each with a reason.

use std::collections::BTreeSet;

use crate::Result;
use crate::house::Image;

#[derive(Debug)]
struct Entry {
    image: String,
    way: String,
    line: usize,
}

#[derive(Debug)]
pub(crate) struct AllowList(Vec<Entry>);

/// Lines of image, way (`caller -> panic`) and reason, with two spaces or more in between;
/// `#` begins a comment.
pub(crate) fn parse(text: &str, images: &[Image]) -> Result<AllowList> {
    let mut entries = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line_number = number + 1;
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let mut parts = line
            .split("  ")
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let (Some(image), Some(way), Some(_reason)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(format!(
                "allow-list, line {line_number}: image, way, reason"
            ));
        };
        match images.iter().find(|known| known.name == image) {
            None => {
                return Err(format!(
                    "allow-list, line {line_number}: no image `{image}`"
                ));
            }
            Some(known) if known.panic_free => {
                return Err(format!(
                    "allow-list, line {line_number}: {image} is free of panics, without exception"
                ));
            }
            Some(_) => entries.push(Entry {
                image: image.to_owned(),
                way: way.to_owned(),
                line: line_number,
            }),
        }
    }
    Ok(AllowList(entries))
}

impl AllowList {
    pub(crate) fn contains(&self, image: &Image, way: &str) -> bool {
        self.of(image).any(|entry| entry.way == way)
    }

    /// Complaints about entries for `image` that excuse none of `ways`.
    pub(crate) fn stale(&self, image: &Image, ways: &BTreeSet<String>) -> Vec<String> {
        self.of(image)
            .filter(|entry| !ways.contains(&entry.way))
            .map(|entry| {
                format!(
                    "allow-list, line {}: {} does not have `{}` any more",
                    entry.line, image.name, entry.way
                )
            })
            .collect()
    }

    fn of(&self, image: &Image) -> impl Iterator<Item = &Entry> {
        self.0.iter().filter(|entry| entry.image == image.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::IMAGES;

    fn image(name: &str) -> &'static Image {
        IMAGES.iter().find(|image| image.name == name).unwrap()
    }

    #[test]
    fn an_entry_excuses_one_way_of_one_image() {
        let list = parse("# comment\n\nzego  a::b c  because\n", IMAGES).unwrap();
        assert!(list.contains(image("zego"), "a::b c"));
        assert!(!list.contains(image("zego"), "a::b"));
        assert!(!list.contains(image("ath"), "a::b c"));
    }

    #[test]
    fn an_entry_that_excuses_nothing_is_stale() {
        let list = parse("zego  a  because", IMAGES).unwrap();
        assert_eq!(
            list.stale(image("zego"), &BTreeSet::from(["a".to_owned()])),
            [""; 0]
        );
        assert_eq!(
            list.stale(image("zego"), &BTreeSet::new()),
            ["allow-list, line 1: zego does not have `a` any more"]
        );
    }

    #[test]
    fn no_reason_no_image_no_exception() {
        for (text, complaint) in [
            ("zego  a", "image, way, reason"),
            ("nobody  a  because", "no image `nobody`"),
            ("agora  a  because", "free of panics"),
        ] {
            let error = parse(text, IMAGES).unwrap_err();
            assert!(error.contains(complaint), "{error}");
        }
    }
}
