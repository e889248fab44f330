//! Text on its way out, and numbers in it.

/// [`String::push_str`] in one place of the module: hundreds of it in line would weigh more than all else here.
pub(in crate::export) trait Put {
    fn put(&mut self, text: &str);
    fn put_number(&mut self, number: usize);
}

impl Put for String {
    #[inline(never)]
    fn put(&mut self, text: &str) {
        self.push_str(text);
    }

    #[inline(never)]
    fn put_number(&mut self, number: usize) {
        self.push_str(&number.to_string());
    }
}

/// The largest number whose neighbours are all whole.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// Ten to this power; exact up to 22.
fn power(exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// `digits` × 10 to the power −`places`, rounded once.
fn scaled(digits: f64, places: i32) -> f64 {
    if places < 0 { digits * power(-places) } else { digits / power(places) }
}

/// A number in the fewest digits that read back as it.
pub(in crate::export) fn decimal(number: f64) -> String {
    format!("{number:?}")
}

/// The number that decimal digits say; nothing where they say none, or one too large for a double.
///
/// It is exact for up to 15 significant digits between 10⁻²² and 10³⁷, as many as a double tells apart and more than people write; what the
/// standard library has for longer ones takes 8 KB of a browser's download.
#[inline(never)]
pub(in crate::export) fn parse_decimal(text: &str) -> Option<f64> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    let (mut digits, mut significant, mut places) = (0_u64, 0, 0_i32);
    let (mut point, mut any) = (false, false);
    for c in mantissa.strip_prefix('-').unwrap_or(mantissa).chars() {
        if c == '.' && !point {
            point = true;
            continue;
        }
        let digit = c.to_digit(10)?;
        any = true;
        // Up to 17 digits stay below 2⁶⁴; those behind them are not told apart.
        if significant < 17 {
            digits = digits * 10 + u64::from(digit);
            significant += i32::from(digits > 0);
            places += i32::from(point);
        } else {
            places -= i32::from(!point);
        }
    }
    let mut places = places.checked_sub(exponent)?;
    while places > 22 || digits as f64 >= WHOLE && places > 0 {
        digits = (digits + 5) / 10;
        places -= 1;
        if digits == 0 {
            places = 0;
        }
    }
    let more = (-places - 22).clamp(0, 300);
    let number = scaled(digits as f64, places.max(-22)) * power(more);
    Some(if mantissa.starts_with('-') { -number } else { number }).filter(|_| any && number.is_finite())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{decimal, parse_decimal};

    proptest! {
        #[test]
        fn short_numbers_survive(digits in -999_999_999_999_999_i64..=999_999_999_999_999, places in -20_i32..=20) {
            let number: f64 = format!("{digits}e{places}").parse().unwrap();
            let written = decimal(number);
            prop_assert_eq!(parse_decimal(&written), Some(number), "{}", written);
        }

        #[test]
        fn others_keep_15_digits(number in -1e20_f64..1e20) {
            let read = parse_decimal(&decimal(number)).unwrap();
            prop_assert!((read - number).abs() <= number.abs() * 1e-14, "{} {}", read, number);
        }

        #[test]
        fn nothing_else_is_a_number(text in "[-+.0-9eE]{0,9}") {
            if let Some(number) = parse_decimal(&text) {
                let other: f64 = text.parse().unwrap();
                prop_assert!((other - number).abs() <= number.abs() * 1e-14 || other.abs() < 1e-30);
            }
        }
    }
}
