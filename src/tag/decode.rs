//! From a score per tag to names: the best path under the BIO scheme, and how sure it is.
//!
//! Tags are ordered `O, B-X, I-X, B-Y, I-Y, …`; the one constraint is that `I-X` follows `B-X` or `I-X`.

use super::math::exp;
use crate::segment::Sentence;

/// A name in a sentence: tokens `first..end`, of type number `kind`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mention {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) kind: usize,
    /// Probability that exactly these tokens are a name of this type, if tokens were independent.
    pub(crate) score: f32,
}

/// Buffers of one worker.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    /// What is taken off the score of `O` before the best path is chosen, in nats.
    eagerness: f32,
    probabilities: Vec<f32>,
    back: Vec<u8>,
    best: Vec<f32>,
    next: Vec<f32>,
    path: Vec<u8>,
}

/// Tags that exclude one another: `O, B-X, I-X, …` in a row of scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// Column of its `O`.
    pub(crate) first: usize,
    /// How many columns it has.
    pub(crate) tags: usize,
}

impl Group {
    /// How many types it has.
    pub(crate) const fn kinds(self) -> usize {
        (self.tags - 1) / 2
    }

    /// Its part of each row of `stride` scores.
    pub(crate) fn rows(self, scores: &[f32], stride: usize) -> impl Iterator<Item = &[f32]> {
        scores
            .chunks_exact(stride)
            .map(move |row| row.get(self.first..self.first + self.tags).unwrap_or_default())
    }
}

impl Decoder {
    /// Appends the names of a document, as ranges of its tokens, sentence by sentence. `scores` holds a row
    /// of `stride` logits a token.
    pub(crate) fn document(
        &mut self,
        scores: &[f32],
        stride: usize,
        group: Group,
        sentences: &[Sentence],
        out: &mut Vec<Mention>,
    ) {
        for sentence in sentences {
            let from = out.len();
            let scores = scores.get(sentence.first * stride..sentence.end * stride).unwrap_or_default();
            self.mentions(scores, stride, group, out);
            for mention in out.get_mut(from..).unwrap_or_default() {
                mention.first += sentence.first;
                mention.end += sentence.first;
            }
        }
    }

    /// Appends the names that would be found too if a name were `eagerness` nats likelier everywhere, as far as
    /// they do not overlap one of `out`, which ascend.
    pub(crate) fn more(
        &mut self,
        scores: &[f32],
        stride: usize,
        group: Group,
        sentences: &[Sentence],
        eagerness: f32,
        out: &mut Vec<Mention>,
    ) {
        let mut more = Vec::new();
        self.eagerness = eagerness;
        self.document(scores, stride, group, sentences, &mut more);
        self.eagerness = 0.0;
        more.retain(|mention| {
            let after = out.partition_point(|known| known.end <= mention.first);
            out.get(after).is_none_or(|known| known.first >= mention.end)
        });
        out.extend(more);
    }

    /// Appends the names of a sentence, in order.
    fn mentions(&mut self, scores: &[f32], stride: usize, group: Group, out: &mut Vec<Mention>) {
        self.best_path(scores, stride, group);
        self.probabilities.clear();
        for row in group.rows(scores, stride) {
            softmax(row, &mut self.probabilities);
        }
        let mut open: Option<Mention> = None;
        for (at, (&tag, row)) in self.path.iter().zip(self.probabilities.chunks_exact(group.tags)).enumerate()
        {
            let tag = usize::from(tag);
            let p = |tag: usize| row.get(tag).copied().unwrap_or_default();
            if let Some(mention) = open.as_mut().filter(|m| tag == inside(m.kind)) {
                mention.end = at + 1;
                mention.score *= p(tag);
                continue;
            }
            if let Some(mut mention) = open.take() {
                mention.score *= 1.0 - p(inside(mention.kind));
                out.push(mention);
            }
            if tag != 0 {
                let kind = (tag - 1) / 2;
                open = Some(Mention { first: at, end: at + 1, kind, score: p(tag) });
            }
        }
        out.extend(open);
    }

    /// Viterbi over logits: they differ from log-probabilities by a constant a token, which no comparison
    /// of paths sees.
    fn best_path(&mut self, scores: &[f32], stride: usize, group: Group) {
        self.back.clear();
        self.best.clear();
        self.path.clear();
        let mut rows = group.rows(scores, stride);
        let Some(first) = rows.next() else { return };
        let opens = |tag: usize| tag == 0 || tag % 2 == 1;
        let eagerness = self.eagerness;
        let weigh = |tag: usize, score: f32| if tag == 0 { score - eagerness } else { score };
        let starts = first.iter().enumerate();
        self.best.extend(starts.map(|(t, &s)| if opens(t) { weigh(t, s) } else { f32::NEG_INFINITY }));
        for row in rows {
            let (from, top) = argmax(&self.best);
            self.next.clear();
            for (tag, &score) in row.iter().enumerate() {
                let (from, before) = if opens(tag) {
                    (from, top)
                } else {
                    let at = |t: usize| self.best.get(t).copied().unwrap_or(f32::NEG_INFINITY);
                    if at(tag) > at(tag - 1) { (tag, at(tag)) } else { (tag - 1, at(tag - 1)) }
                };
                self.back.push(from as u8);
                self.next.push(before + weigh(tag, score));
            }
            std::mem::swap(&mut self.best, &mut self.next);
        }
        let (mut tag, _) = argmax(&self.best);
        self.path.push(tag as u8);
        for back in self.back.chunks_exact(group.tags).rev() {
            tag = back.get(tag).copied().map_or(0, usize::from);
            self.path.push(tag as u8);
        }
        self.path.reverse();
    }
}

/// The tag that opens a name of type number `kind`.
pub(crate) const fn opening(kind: usize) -> usize {
    2 * kind + 1
}

/// The tag that continues it.
pub(crate) const fn inside(kind: usize) -> usize {
    2 * kind + 2
}

/// Position and value of the largest; the first of equals.
fn argmax(values: &[f32]) -> (usize, f32) {
    values
        .iter()
        .enumerate()
        .fold((0, f32::NEG_INFINITY), |best, (at, &v)| if v > best.1 { (at, v) } else { best })
}

fn softmax(row: &[f32], out: &mut Vec<f32>) {
    let top = argmax(row).1;
    let from = out.len();
    out.extend(row.iter().map(|&v| exp(v - top)));
    let all = out.get_mut(from..).unwrap_or_default();
    let sum: f32 = all.iter().sum();
    all.iter_mut().for_each(|p| *p /= sum);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(rows: &[[f32; 5]]) -> Vec<(usize, usize, usize)> {
        let mut out = Vec::new();
        Decoder::default().mentions(&rows.concat(), 5, Group { first: 0, tags: 5 }, &mut out);
        out.iter().map(|m| (m.first, m.end, m.kind)).collect()
    }

    #[test]
    fn an_inside_tag_never_opens_a_name() {
        // I-X is the best tag of the only token, and not allowed there.
        assert_eq!(decode(&[[0.0, 1.0, 9.0, 0.0, 0.0]]), [(0, 1, 0)]);
    }

    #[test]
    fn names_that_touch_stay_two() {
        let b = [0.0, 9.0, 0.0, 0.0, 0.0];
        let i = [0.0, 0.0, 9.0, 0.0, 0.0];
        assert_eq!(decode(&[b, i, b, i]), [(0, 2, 0), (2, 4, 0)]);
    }

    #[test]
    fn a_name_does_not_change_type_inside() {
        let b_x = [0.0, 9.0, 0.0, 0.0, 0.0];
        let i_y = [0.0, 0.0, 1.0, 0.0, 3.0];
        assert_eq!(decode(&[b_x, i_y]), [(0, 2, 0)]);
    }

    #[test]
    fn a_group_reads_its_own_columns() {
        let mut out = Vec::new();
        let scores = [9.0, 0.0, 0.0, 0.0, 5.0, 0.0, 9.0, 0.0, 0.0, 0.0, 0.0, 5.0];
        Decoder::default().mentions(&scores, 6, Group { first: 3, tags: 3 }, &mut out);
        assert_eq!(out.iter().map(|m| (m.first, m.end, m.kind)).collect::<Vec<_>>(), [(0, 2, 0)]);
    }

    #[test]
    fn no_token_no_name() {
        assert_eq!(decode(&[]), []);
    }
}
