//! `--gazetteer` and `--block`: the desk's own lists.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tawsim::gazetteer::{Gazetteer, Problem, read_block, read_entries};

use crate::Failure;

/// The files that were named.
#[derive(Default)]
pub struct Lists {
    entries: Vec<PathBuf>,
    blocked: Vec<PathBuf>,
}

impl Lists {
    pub fn add(&mut self, file: OsString) {
        self.entries.push(file.into());
    }

    pub fn block(&mut self, file: OsString) {
        self.blocked.push(file.into());
    }

    /// Compiles them. Rows at fault are told on standard error and stop nothing.
    pub fn read(&self) -> Result<Gazetteer, Failure> {
        let mut gazetteer = Gazetteer::default();
        for file in &self.entries {
            tell(file, &read_entries(file, &mut gazetteer)?);
        }
        for file in &self.blocked {
            tell(file, &read_block(file, &mut gazetteer)?);
        }
        Ok(gazetteer)
    }
}

fn tell(file: &Path, problems: &[Problem]) {
    let mut errors = io::stderr().lock();
    for Problem { line, error } in problems {
        let _ = writeln!(errors, "tawsim: {}:{line}: {}: {error}", file.display(), error.code());
    }
}
