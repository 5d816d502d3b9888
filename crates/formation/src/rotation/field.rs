//! Finite fields of up to 27 elements, by their tables.

pub(crate) struct Field {
    pub order: usize,
    base: usize,
    degree: usize,
    /// Lower coefficients of the monic irreducible polynomial, lowest first, negated.
    reduce: &'static [usize],
}

/// (order, base, degree, x^degree as a polynomial of lower degree)
const FIELDS: &[(usize, usize, usize, &[usize])] = &[
    (4, 2, 2, &[1, 1]),
    (8, 2, 3, &[1, 1, 0]),
    (9, 3, 2, &[2, 0]),
    (16, 2, 4, &[1, 1, 0, 0]),
    (25, 5, 2, &[3, 0]),
    (27, 3, 3, &[2, 1, 0]),
];

impl Field {
    /// The field of this order, if there is one that is known here.
    pub fn of(order: usize) -> Option<Self> {
        let prime = order >= 2 && (2..order).all(|divisor| !order.is_multiple_of(divisor));
        if prime && order < 60 {
            return Some(Self { order, base: order, degree: 1, reduce: &[] });
        }
        FIELDS.iter().find(|field| field.0 == order).map(|&(order, base, degree, reduce)| Self {
            order,
            base,
            degree,
            reduce,
        })
    }

    fn digits(&self, mut number: usize) -> Vec<usize> {
        (0..self.degree)
            .map(|_| {
                let digit = number % self.base;
                number /= self.base;
                digit
            })
            .collect()
    }

    fn number(&self, digits: &[usize]) -> usize {
        digits.iter().rev().fold(0, |number, digit| number * self.base + digit)
    }

    pub fn add(&self, a: usize, b: usize) -> usize {
        let sum: Vec<usize> =
            self.digits(a).iter().zip(self.digits(b)).map(|(a, b)| (a + b) % self.base).collect();
        self.number(&sum)
    }

    pub fn multiply(&self, a: usize, b: usize) -> usize {
        if self.degree == 1 {
            return a * b % self.base;
        }
        let (a, b) = (self.digits(a), self.digits(b));
        let mut product = vec![0; 2 * self.degree];
        for (i, one) in a.iter().enumerate() {
            for (j, other) in b.iter().enumerate() {
                product[i + j] += one * other;
            }
        }
        for high in (self.degree..product.len()).rev() {
            let carried = product[high] % self.base;
            product[high] = 0;
            for (low, factor) in self.reduce.iter().enumerate() {
                product[high - self.degree + low] += carried * factor;
            }
        }
        let reduced: Vec<usize> = product[..self.degree].iter().map(|digit| digit % self.base).collect();
        self.number(&reduced)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_but_zero_has_one_inverse() {
        for order in [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27] {
            let field = Field::of(order).unwrap();
            for a in 1..order {
                assert_eq!((1..order).filter(|&b| field.multiply(a, b) == 1).count(), 1, "{a} of {order}");
            }
        }
        assert!(Field::of(6).is_none());
    }
}
