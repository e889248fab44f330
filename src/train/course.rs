//! A course of training: sentences in a new order each epoch, step after step, saved on the way.

use std::time::Instant;

use super::Settings;
use super::data::{Dataset, Table};
use super::parameters::Parameters;
use crate::error::Error;

/// Trains to the end; `after` is called after each epoch, except those of a part that was resumed.
pub(super) fn run(
    settings: &Settings,
    data: &Dataset,
    table: &Table,
    say: &mut dyn FnMut(String),
    mut after: impl FnMut(&Parameters, usize, &mut dyn FnMut(String)) -> Result<(), Error>,
) -> Result<Parameters, Error> {
    let epoch = data.order.len().div_ceil(settings.batch).max(1);
    let steps = settings.epochs * epoch;
    say(format!("{} sentences an epoch, {steps} steps", data.order.len()));
    let mut parameters = Parameters::new(settings);
    let mut step = settings.checkpoint.as_deref().map_or(Ok(0), |path| parameters.restore(path))?;
    if step > 0 {
        say(format!("resumed at step {step}"));
    }
    let began = Instant::now();
    let (from, mut loss, mut words) = (step, 0.0, 0);
    let mut order = shuffled(settings, data, step / epoch);
    while step < steps {
        if step % epoch == 0 {
            order = shuffled(settings, data, step / epoch);
        }
        let mut rng = fastrand::Rng::with_seed(settings.seed ^ (step as u64) << 20);
        let left = 1.0 - step as f64 / steps as f64;
        let first = step % epoch * settings.batch;
        let sentences = &order[first..order.len().min(first + settings.batch)];
        let batch = data.batch(sentences, settings.margin(), settings.rename * left as f32, &mut rng);
        words += batch.words();
        loss += f64::from(parameters.step(table, &batch, left, &mut rng));
        step += 1;
        if step % 500 == 0 {
            let speed = words as f64 / began.elapsed().as_secs_f64();
            let left = began.elapsed().as_secs_f64() / (step - from) as f64 * (steps - step) as f64;
            let loss = std::mem::take(&mut loss) / 500.0;
            say(format!("step {step}/{steps} loss {loss:.4} {speed:.0} words/s, {left:.0} s left"));
        }
        if let Some(path) = settings.checkpoint.as_deref().filter(|_| step % 2000 == 0 || step == steps) {
            parameters.save(path, step)?;
        }
        if step % epoch == 0 {
            after(&parameters, step / epoch, say)?;
        }
    }
    Ok(parameters)
}

fn shuffled(settings: &Settings, data: &Dataset, epoch: usize) -> Vec<u32> {
    let mut order = data.order.clone();
    fastrand::Rng::with_seed(settings.seed.wrapping_add(epoch as u64 + 1)).shuffle(&mut order);
    order
}
