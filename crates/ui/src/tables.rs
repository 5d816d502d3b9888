//! Tables that turn into a card per row on a phone. Roles are written out because a table laid out
//! as blocks would otherwise lose them.

use maud::{Markup, html};

/// A column: its name, and what it holds.
#[derive(Debug, Clone)]
pub struct Column {
    name: String,
    holds: Holds,
    desk: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Words,
    /// They stand to the right.
    Numbers,
    /// They say themselves what they do, so that the name is for screen readers alone.
    Buttons,
}

impl Column {
    /// A column of words.
    pub fn words(name: impl Into<String>) -> Self {
        Self { name: name.into(), holds: Holds::Words, desk: false }
    }

    /// A column of numbers.
    pub fn number(name: impl Into<String>) -> Self {
        Self { name: name.into(), holds: Holds::Numbers, desk: false }
    }

    /// A column of buttons.
    pub fn buttons(name: impl Into<String>) -> Self {
        Self { name: name.into(), holds: Holds::Buttons, desk: false }
    }

    /// The same column, left out on a phone where a row is one line.
    pub fn on_desks(self) -> Self {
        Self { desk: true, ..self }
    }

    fn class(&self) -> Option<&'static str> {
        match self.holds {
            Holds::Numbers => Some("num"),
            Holds::Buttons => Some("act"),
            Holds::Words => self.desk.then_some("desk"),
        }
    }

    /// What stands before a cell where rows are cards.
    fn label(&self) -> Option<&str> {
        (self.holds != Holds::Buttons).then_some(self.name.as_str())
    }
}

/// A table. The first cell of each row names the row. `caption` is for screen readers; say in the
/// heading above what all can see.
pub fn table(id: &str, caption: &str, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    laid_out("table table-stack", id, caption, columns, rows)
}

/// Like [`table`], for what is looked over and not read: on a phone each row is one line to tap, without the columns
/// for desks.
pub fn dense(id: &str, caption: &str, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    laid_out("table table-dense", id, caption, columns, rows)
}

fn laid_out(class: &str, id: &str, caption: &str, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div class="table-wrap" tabindex="0" role="group" aria-label=(caption) {
            table class=(class) id=(id) role="table" {
                caption class="unseen" { (caption) }
                thead role="rowgroup" {
                    tr role="row" {
                        @for column in columns {
                            th scope="col" role="columnheader" class=[column.class()] {
                                @if column.holds == Holds::Buttons { span class="unseen" { (column.name) } } @else { (column.name) }
                            }
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
                td role="cell" data-label=[column.label()] class=[column.class()] { (cell) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_carry_the_name_of_their_column() {
        let columns = [Column::words("회사"), Column::number("직원"), Column::buttons("빼기")];
        let row = vec![html! { "한빛" }, html! { "42" }, html! { button { "빼기" } }];
        let shown = table("t", "회원사", &columns, &[row]).0;
        assert!(shown.contains(r#"<th scope="row" role="rowheader">한빛</th>"#));
        assert!(shown.contains(r#"data-label="직원""#) && shown.contains(r#"class="num">42"#));
        assert!(shown.contains(r#"<td role="cell" class="act"><button>"#), "{shown}");
    }
}
