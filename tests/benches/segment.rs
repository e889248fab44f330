//! How fast normalisation and segmentation are on one core, in megabytes of UTF-8 a second.
//!
//! `cargo run --release --example bench-segment [FILE]`: the text of the golden articles, or that of a file. A busy machine changes
//! nothing but how long it takes: time is that of the processor.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark may panic")]

use std::hint::black_box;
use std::time::Instant;

use tawsim::normalize::{Folds, fold_into};
use tawsim::segment::{clitics_into, sentences_into, tokenize_into};

/// Seconds of work: the system counts in steps of some milliseconds.
const LONG_ENOUGH: f64 = 0.5;
const MEGABYTE: usize = 1_000_000;

/// About `size` bytes of news.
fn news(size: usize) -> String {
    let file = std::env::args().nth(1);
    let article = match file {
        Some(path) => std::fs::read_to_string(path).unwrap(),
        None => golden(),
    };
    let mut text = String::with_capacity(size + article.len());
    while text.len() < size {
        text.push_str(&article);
    }
    text
}

/// The articles of `tests/golden`, without their marks.
fn golden() -> String {
    let mut files: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let articles = files.iter().map(|path| std::fs::read_to_string(path).unwrap());
    let marked = articles.collect::<Vec<_>>().join("\n\n");
    let mut parts = marked.split('[');
    let mut text = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|part| {
        text.push_str(&part.split_once(' ').map_or(part, |(_, name)| name).replacen(']', "", 1))
    });
    text
}

/// The seconds of processor time that this thread has had, where the system tells; else those of the clock.
fn now(start: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let told = told.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    told.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// The seconds of one round, of as many as take a while.
fn each(mut round: impl FnMut()) -> f64 {
    round();
    let clock = Instant::now();
    let start = now(clock);
    for rounds in 1_u32.. {
        round();
        let took = now(clock) - start;
        if took >= LONG_ENOUGH {
            return took / f64::from(rounds);
        }
    }
    f64::NAN
}

fn main() {
    let text = news(MEGABYTE);
    let (mut folded, mut tokens, mut sentences, mut pieces) =
        (String::new(), Vec::new(), Vec::new(), Vec::new());
    let mut run = |text: &str, stages: usize| {
        if stages & 1 > 0 {
            folded.clear();
            fold_into(black_box(text), &Folds::MATCH, &mut folded);
            black_box(&folded);
        }
        if stages & 2 > 0 {
            tokens.clear();
            tokenize_into(black_box(text), &mut tokens);
            black_box(&tokens);
        }
        if stages & 4 > 0 {
            sentences.clear();
            sentences_into(text, &tokens, &mut sentences);
            black_box(&sentences);
        }
        if stages & 8 > 0 {
            pieces.clear();
            tokens.iter().for_each(|token| clitics_into(text, token, &mut pieces));
            black_box(&pieces);
        }
    };
    let megabytes = text.len() as f64 / MEGABYTE as f64;
    run(&text, 2);
    for (name, stages) in
        [("normalise", 1), ("tokens", 2), ("sentences", 4), ("all three", 7), ("clitics", 8)]
    {
        let seconds = each(|| run(&text, stages));
        println!("{name:<10} {:7.1} MB/s", megabytes / seconds);
    }
    let short = each(|| run(&text, 7)) / text.len() as f64;
    let text = news(10 * MEGABYTE);
    let long = each(|| run(&text, 7)) / text.len() as f64;
    println!("a byte of 10 MB costs {:.2} times what one of 1 MB does", long / short);
}
