//! Tables that turn into a card per row on a phone. Roles are written out because a table laid out
//! as blocks would otherwise lose them.

use maud::{Markup, html};

/// A column: its name, and whether it holds numbers.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Numbers stand to the right.
    pub number: bool,
}

impl Column {
    /// A column of words.
    pub fn words(name: impl Into<String>) -> Self {
        Self { name: name.into(), number: false }
    }

    /// A column of numbers.
    pub fn number(name: impl Into<String>) -> Self {
        Self { name: name.into(), number: true }
    }
}

/// A table. The first cell of each row names the row. `caption` is for screen readers; say in the
/// heading above what all can see.
pub fn table(id: &str, caption: &str, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div class="table-wrap" tabindex="0" role="group" aria-label=(caption) {
            table class="table table-stack" id=(id) role="table" {
                caption class="unseen" { (caption) }
                thead role="rowgroup" {
                    tr role="row" {
                        @for column in columns {
                            th scope="col" role="columnheader" class=[column.number.then_some("num")] { (column.name) }
                        }
                    }
                }
                tbody role="rowgroup" {
                    @for row in rows { tr role="row" { (cells(columns, row)) } }
                }
            }
        }
    }
}

fn cells(columns: &[Column], row: &[Markup]) -> Markup {
    html! {
        @for (at, (column, cell)) in columns.iter().zip(row).enumerate() {
            @if at == 0 {
                th scope="row" role="rowheader" { (cell) }
            } @else {
                td role="cell" data-label=(column.name) class=[column.number.then_some("num")] { (cell) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_carry_the_name_of_their_column() {
        let columns = [Column::words("회사"), Column::number("직원")];
        let shown = table("t", "회원사", &columns, &[vec![html! { "한빛" }, html! { "42" }]]).0;
        assert!(shown.contains(r#"<th scope="row" role="rowheader">한빛</th>"#));
        assert!(shown.contains(r#"data-label="직원""#) && shown.contains(r#"class="num">42"#));
    }
}
