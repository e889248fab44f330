//! One token a line, `token<TAB>tag` in BIO, a blank line after each sentence.

use crate::Document;

/// The document in CoNLL form. A word that a name begins in carries the tag whole, proclitics included, as
/// in ANERcorp. Of entities inside one another, the outermost is told.
#[must_use]
pub fn conll(text: &str, document: &Document, types: &[String]) -> String {
    let mut out = String::new();
    let mut entities = document.entities.iter().filter(|entity| entity.parent.is_none()).peekable();
    for sentence in &document.sentences {
        let tokens = document.tokens.get(sentence.first..sentence.end).unwrap_or_default();
        for token in tokens {
            while entities.next_if(|entity| entity.surface.end <= token.span.start).is_some() {}
            let entity = entities.peek().filter(|entity| entity.surface.overlaps(token.span));
            out.push_str(token.span.slice(text));
            out.push('\t');
            match entity {
                None => out.push('O'),
                Some(entity) => {
                    out.push_str(if entity.surface.start >= token.span.start { "B-" } else { "I-" });
                    out.push_str(types.get(entity.kind).map_or("", String::as_str));
                }
            }
            out.push('\n');
        }
        if !tokens.is_empty() {
            out.push('\n');
        }
    }
    out
}
