//! Numbers as a person reads them: grouped digits, and units that fit the size.

/// Square degrees in a steradian.
const SQUARE_DEGREES: f64 = (180.0 / std::f64::consts::PI) * (180.0 / std::f64::consts::PI);

/// A whole number with its thousands grouped: `41,411`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// An angle given in radians, in degrees, minutes or seconds of arc: `3.66 deg`, `9.35 arcmin`.
pub fn angle(radians: f64) -> String {
    let (value, unit) = angle_parts(radians);
    format!("{value:.2} {unit}")
}

/// The same, padded to 15 columns so that a table of angles lines up.
pub fn angle_column(radians: f64) -> String {
    let (value, unit) = angle_parts(radians);
    format!("{value:8.2} {unit:<6}")
}

fn angle_parts(radians: f64) -> (f64, &'static str) {
    let degrees = radians.to_degrees();
    if degrees >= 1.0 {
        (degrees, "deg")
    } else if degrees * 60.0 >= 1.0 {
        (degrees * 60.0, "arcmin")
    } else {
        (degrees * 3600.0, "arcsec")
    }
}

/// A solid angle in square degrees.
pub fn square_degrees(steradians: f64) -> f64 {
    steradians * SQUARE_DEGREES
}

/// A solid angle given in steradians, in the largest square unit of which it holds one.
pub fn area(steradians: f64) -> String {
    let degrees = square_degrees(steradians);
    if degrees >= 1.0 {
        format!("{degrees:.2} square degrees")
    } else if degrees * 3600.0 >= 1.0 {
        format!("{:.2} square arcminutes", degrees * 3600.0)
    } else {
        let seconds = degrees * 3600.0 * 3600.0;
        let decimals = if seconds >= 1.0 { 2 } else { 9 };
        format!("{seconds:.decimals$} square arcseconds")
    }
}

/// `word`, or `words` unless there is one: `1 star`, `2 stars`.
pub fn plural(number: u64, word: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {word}{ending}", grouped(number))
}

#[cfg(test)]
mod tests {
    use super::{angle, angle_column, area, grouped, plural};

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(41_411), "41,411");
        assert_eq!(grouped(3_458_764_513_820_540_928), "3,458,764,513,820,540,928");
        assert_eq!(plural(1, "star"), "1 star");
        assert_eq!(plural(1_200, "star"), "1,200 stars");
    }

    #[test]
    fn an_angle_takes_the_unit_that_fits() {
        let degree = 1_f64.to_radians();
        assert_eq!(angle(3.664 * degree), "3.66 deg");
        assert_eq!(angle(0.5 * degree), "30.00 arcmin");
        assert_eq!(angle(degree / 3600.0 * 0.36), "0.36 arcsec");
        assert_eq!(angle_column(2.0 * degree), "    2.00 deg   ");
    }

    #[test]
    fn an_area_takes_the_unit_that_fits() {
        let square_degree = 1_f64.to_radians().powi(2);
        assert_eq!(area(13.43 * square_degree), "13.43 square degrees");
        assert_eq!(area(square_degree / 2.0), "1800.00 square arcminutes");
    }
}
