//! Entities as elements in the text, for the formats that are markup.

use super::annotation::Annotation;
use super::draft::{Attribute, Draft, described, settle};
use super::syntax::{Markup, Piece};

/// Writes the text with an element around each entity.
pub(super) fn write(
    annotation: &Annotation,
    out: &mut String,
    text: &dyn Fn(&str, &mut String),
    open: &dyn Fn(usize, &mut String),
    close: &dyn Fn(usize, &mut String),
) {
    let mut stack: Vec<(usize, usize)> = Vec::new();
    let mut written = 0;
    let upto = |from: &mut usize, to: usize, out: &mut String| {
        text(annotation.text.get(*from..to).unwrap_or_default(), out);
        *from = to;
    };
    for (at, entity) in annotation.entities.iter().enumerate() {
        while let Some((inner, end)) = stack.pop_if(|(_, end)| *end <= entity.span.start) {
            upto(&mut written, end, out);
            close(inner, out);
        }
        upto(&mut written, entity.span.start, out);
        open(at, out);
        stack.push((at, entity.span.end));
    }
    while let Some((inner, end)) = stack.pop() {
        upto(&mut written, end, out);
        close(inner, out);
    }
    upto(&mut written, annotation.text.len(), out);
}

/// What an annotation says of its entities.
pub(super) struct Attributes<'a> {
    annotation: &'a Annotation,
    described: Vec<Vec<usize>>,
}

impl<'a> Attributes<'a> {
    pub(super) fn new(annotation: &'a Annotation) -> Self {
        Self { annotation, described: described(annotation) }
    }

    /// Those of the entity `at`.
    pub(super) fn of(&self, at: usize) -> Vec<(&'static str, Attribute)> {
        Draft::attributes(self.annotation, &self.described, at)
    }
}

/// What an element of the text is.
pub(super) enum Element {
    Entity(Box<Draft>),
    /// A character that the format can't hold otherwise; it has no content.
    Char(char),
}

/// Says what an element is from its name and attributes.
pub(super) type Reading = dyn Fn(&str, &[(String, String)]) -> Option<Element>;

/// Reads the text up to the end of the element `within`, which has been opened. An error is what is wrong,
/// at the byte where it is.
pub(super) fn read(
    markup: &mut Markup<'_>,
    within: &str,
    element: &Reading,
) -> Result<Annotation, (usize, String)> {
    let mut text = String::new();
    let mut drafts: Vec<Draft> = Vec::new();
    // The name of each open element, and the draft that it is, if it is one.
    let mut open: Vec<(String, Option<usize>)> = Vec::new();
    loop {
        let at = markup.at;
        let wrong = |what: &str| Err((at, what.to_owned()));
        match markup
            .next()
            .map_err(|at| (at, "the markup is broken, or none that Tawsim writes".to_owned()))?
        {
            None => return wrong("it ends too early"),
            Some(Piece::Text(piece)) => text.push_str(&piece),
            Some(Piece::Close(name)) => match open.pop() {
                None if name == within => break,
                Some((opened, draft)) if opened == name => {
                    let draft = draft.and_then(|number| drafts.get_mut(number));
                    draft.into_iter().for_each(|draft| draft.span.end = text.len());
                }
                _ => return wrong("an element ends here that is not the one open"),
            },
            Some(Piece::Open { name, attributes, empty }) => match element(&name, &attributes) {
                Some(Element::Entity(mut draft)) if !empty => {
                    draft.span.start = text.len();
                    open.push((name, Some(drafts.len())));
                    drafts.push(*draft);
                }
                Some(Element::Char(c)) => {
                    text.push(c);
                    if !empty {
                        open.push((name, None));
                    }
                }
                _ => return wrong("this element, or one of its attributes, is none that Tawsim writes"),
            },
        }
    }
    settle(text, drafts).map_err(|problem| (markup.at, problem))
}
