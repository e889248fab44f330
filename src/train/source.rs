//! Where a run's sentences come from.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// A corpus file, plain or gzip, and how it is used. Written `FILE[+FILE][/N][-MISC][*N]`.
///
/// ```
/// let source: tawsim::train::Source = "sample.conll/10-MISC*3".parse().unwrap();
/// assert_eq!((source.held_out, source.repeat), (Some(10), 3));
/// assert_eq!(source.to_string(), "sample.conll/10-MISC*3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file.
    pub path: PathBuf,
    /// A second file that labels the same sentences, or the first ones of them, by another scheme: `+FILE`.
    pub companion: Option<PathBuf>,
    /// Every so many sentences, one is left out, to measure on: `/N`.
    pub held_out: Option<usize>,
    /// Types whose tokens teach nothing, because the corpus follows other rules for them: `-TYPE`.
    pub masked: Vec<String>,
    /// How often an epoch goes over it: `*N`.
    pub repeat: usize,
}

impl FromStr for Source {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |digits: &str| digits.parse().ok().filter(|&n: &usize| n > 0);
        let (rest, repeat) = match text.rsplit_once('*') {
            Some((rest, n)) => (rest, number(n).ok_or("*N repeats a file N times")?),
            None => (text, 1),
        };
        let is_type = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase());
        let (mut rest, mut masked) = (rest, Vec::new());
        while let Some((before, name)) = rest.rsplit_once('-').filter(|(_, name)| is_type(name)) {
            (rest, masked) = (before, [vec![name.to_owned()], masked].concat());
        }
        let (rest, held_out) = match rest.rsplit_once('/') {
            Some((before, n)) if number(n).is_some() => (before, number(n)),
            _ => (rest, None),
        };
        let (path, companion) =
            rest.split_once('+').map_or((rest, None), |(path, more)| (path, Some(more.into())));
        Ok(Self { path: path.into(), companion, held_out, masked, repeat })
    }
}

impl fmt::Display for Source {
    /// As it is written, without the files' folders: a log is read elsewhere.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.file_name().unwrap_or_default().display())?;
        if let Some(companion) = &self.companion {
            write!(f, "+{}", companion.file_name().unwrap_or_default().display())?;
        }
        if let Some(each) = self.held_out {
            write!(f, "/{each}")?;
        }
        self.masked.iter().try_for_each(|name| write!(f, "-{name}"))?;
        if self.repeat > 1 { write!(f, "*{}", self.repeat) } else { Ok(()) }
    }
}
