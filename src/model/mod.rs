//! The trained weights: what is in a model file and how it becomes a [`Model`].
//!
//! The payload inside the [container](format):
//!
//! | bytes | what |
//! |---|---|
//! | 4 | rows of the embedding table (a multiple of 4, at most 2^20) |
//! | 2 | width of an embedding (a multiple of 16) |
//! | 2 | width of the network (a multiple of 16) |
//! | 1, n | number of convolutions (at most 16), the dilation of each |
//! | 1 | number of groups of tags; in a group, tags exclude one another |
//! | 1, (1, n) … | per group: number of tags, then each tag's length and UTF-8 name |
//! | rows | fingerprint of each row's feature, 0 for none |
//! | rows | code of each row's scale: its step is 2^((code − 200) / 8) |
//! | rows × width / 2 | the embeddings: two's-complement nibbles, low one first |
//! | per layer | per output: step (f32), bias (f32); then inputs × outputs signed bytes |
//! | per type | slope and shift (f32) of Platt's scaling, which makes scores probabilities; the lowest score (f32) that each preset keeps: precision, recall |
//!
//! Layers are: input, convolutions, head. A layer's weights are ordered tap, input, output.

mod format;
mod vocabulary;
#[cfg(feature = "train")]
pub(crate) mod write;

use crate::error::{Error, Kind};
use crate::tag::Group;
use format::Reader;
pub(crate) use format::crc32;
pub(crate) use vocabulary::Vocabulary;

/// The version of the payload that this release reads and writes.
pub(crate) const VERSION: u16 = 3;
/// Outputs that one pass of the matrix kernel computes; widths are padded to a multiple of it.
pub(crate) const BLOCK: usize = 16;
/// Rows of the embedding table among which a fingerprint decides.
pub(crate) const WAYS: usize = 4;
/// How many rows a convolution sees: the word before, the word, the word after.
pub(crate) const TAPS: usize = 3;

/// The tagger's weights, checked and ready to run. Immutable; share it freely between threads.
///
/// ```
/// # #[cfg(feature = "default-model")] {
/// let model = tawsim::Model::news().unwrap();
/// assert!(model.tags().iter().any(|tag| tag == "B-PERS"));
/// # }
/// ```
#[derive(Debug)]
pub struct Model {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) dim: usize,
    pub(crate) width: usize,
    pub(crate) dilations: Vec<usize>,
    pub(crate) tags: Vec<String>,
    pub(crate) groups: Vec<Group>,
    pub(crate) scales: Vec<f32>,
    pub(crate) embeddings: Vec<i8>,
    pub(crate) input: Layer,
    pub(crate) convolutions: Vec<Layer>,
    pub(crate) head: Layer,
    /// Of each type.
    pub(crate) calibration: Vec<Calibration>,
}

/// What the raw scores of a type mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calibration {
    /// Slope and shift of Platt's scaling.
    pub(crate) slope: f32,
    pub(crate) shift: f32,
    /// Lowest scaled scores that the presets for precision and for recall keep.
    pub(crate) precise: f32,
    pub(crate) generous: f32,
}

/// A linear layer over one row (`taps` = 1) or over neighbouring rows.
#[derive(Debug)]
pub(crate) struct Layer {
    pub(crate) inputs: usize,
    /// Padded to a multiple of [`BLOCK`].
    pub(crate) outputs: usize,
    pub(crate) bias: Vec<f32>,
    /// Ordered tap, block of outputs, input, output within the block.
    pub(crate) weights: Vec<f32>,
}

impl Model {
    /// The model for Arabic news that this release was built with.
    ///
    /// # Errors
    /// None as long as the build was not tampered with; otherwise those of [`Model::read`].
    #[cfg(feature = "default-model")]
    pub fn news() -> Result<Self, Error> {
        Self::read(include_bytes!("news.tawsim"))
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// `model_magic`, `model_version`, `model_truncated`, `model_checksum` or `model_invalid`.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = format::open(VERSION, bytes)?;
        let invalid = |what: &str| Error::new(Kind::ModelInvalid, what);
        let rows = reader.u32()? as usize;
        let dim = usize::from(reader.u16()?);
        let width = usize::from(reader.u16()?);
        let depth = usize::from(reader.u8()?);
        if rows == 0 || rows > 1 << 20 || !rows.is_multiple_of(WAYS) || depth > 16 {
            return Err(invalid("dimensions out of range"));
        }
        if [dim, width].iter().any(|&n| n == 0 || n > 1024 || n % BLOCK != 0) {
            return Err(invalid("widths out of range"));
        }
        let dilations: Vec<usize> = reader.take(depth)?.iter().map(|&d| usize::from(d)).collect();
        if dilations.iter().any(|&d| !(1..=16).contains(&d)) {
            return Err(invalid("dilation out of range"));
        }
        let (tags, groups) = read_groups(&mut reader)?;
        let vocabulary = Vocabulary::new(reader.take(rows)?);
        let steps = steps();
        let scales = reader.take(rows)?.iter().filter_map(|&c| steps.get(usize::from(c)).copied()).collect();
        let embeddings = reader
            .take(rows * dim / 2)?
            .iter()
            .flat_map(|&b| [((b << 4) as i8) >> 4, (b as i8) >> 4])
            .collect();
        let input = read_layer(&mut reader, 1, dim, width)?;
        let convolutions =
            (0..depth).map(|_| read_layer(&mut reader, TAPS, width, width)).collect::<Result<Vec<_>, _>>()?;
        let head = read_layer(&mut reader, 1, width, tags.len())?;
        let floats = reader.floats(4 * groups.iter().map(|group| group.kinds()).sum::<usize>())?;
        let calibration = floats.as_chunks().0.iter();
        let calibration = calibration
            .map(|&[slope, shift, precise, generous]| Calibration { slope, shift, precise, generous })
            .collect();
        if !reader.is_empty() {
            return Err(invalid("bytes left over"));
        }
        Ok(Self {
            vocabulary,
            dim,
            width,
            dilations,
            tags,
            groups,
            scales,
            embeddings,
            input,
            convolutions,
            head,
            calibration,
        })
    }

    /// The tags in the order of the head's outputs: per group `O`, then `B-…` and `I-…` of each type.
    #[must_use]
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// How many scores a token has.
    pub(crate) fn columns(&self) -> usize {
        self.tags.len()
    }
}

fn read_groups(reader: &mut Reader<'_>) -> Result<(Vec<String>, Vec<Group>), Error> {
    let (mut all, mut groups) = (Vec::new(), Vec::new());
    for _ in 0..reader.u8()? {
        let tags = read_tags(reader)?;
        groups.push(Group { first: all.len(), tags: tags.len() });
        all.extend(tags);
    }
    if groups.is_empty() {
        return Err(Error::new(Kind::ModelInvalid, "no tags"));
    }
    Ok((all, groups))
}

/// Tags come as `O`, `B-X`, `I-X`, `B-Y`, `I-Y` …: the decoder relies on that order.
fn read_tags(reader: &mut Reader<'_>) -> Result<Vec<String>, Error> {
    let mut tags = Vec::new();
    for _ in 0..reader.u8()? {
        let length = usize::from(reader.u8()?);
        let name = std::str::from_utf8(reader.take(length)?);
        tags.push(name.map_err(|_| Error::new(Kind::ModelInvalid, "a tag is not UTF-8"))?.to_owned());
    }
    let mut iter = tags.iter();
    let ordered = iter.next().is_some_and(|tag| tag == "O")
        && iter.as_slice().chunks(2).all(|pair| match pair {
            [b, i] => b.strip_prefix("B-").is_some_and(|name| i.strip_prefix("I-") == Some(name)),
            _ => false,
        });
    if ordered && tags.len() > 1 {
        Ok(tags)
    } else {
        Err(Error::new(Kind::ModelInvalid, "tags out of order"))
    }
}

fn read_layer(reader: &mut Reader<'_>, taps: usize, inputs: usize, outputs: usize) -> Result<Layer, Error> {
    let steps = reader.floats(outputs)?;
    let mut bias = reader.floats(outputs)?;
    let bytes = reader.take(taps * inputs * outputs)?;
    let padded = outputs.next_multiple_of(BLOCK);
    bias.resize(padded, 0.0);
    let mut weights = Vec::with_capacity(taps * inputs * padded);
    for tap in bytes.chunks_exact(inputs * outputs) {
        for block in (0..outputs).step_by(BLOCK) {
            for row in tap.chunks_exact(outputs) {
                let cells = row.iter().zip(&steps).skip(block).map(|(&w, step)| f32::from(w as i8) * step);
                weights.extend(cells.chain(std::iter::repeat(0.0)).take(BLOCK));
            }
        }
    }
    Ok(Layer { inputs, outputs: padded, bias, weights })
}

/// The 256 steps that a row's code can stand for, by multiplication alone so that every machine has the
/// same ones.
pub(crate) fn steps() -> [f32; 256] {
    const EIGHTH_ROOT_OF_TWO: f32 = 1.090_507_7;
    let mut step = 2.980_232_2e-8; // 2^-25, code 0
    std::array::from_fn(|_| {
        let this = step;
        step *= EIGHTH_ROOT_OF_TWO;
        this
    })
}
