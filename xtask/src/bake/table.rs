//! A baked table and the text it is written as.

use super::csv;
use super::input::Input;

/// The licence under which every baked table may be passed on.
const LICENCE: &str = "CC BY 4.0";

/// A table ready to be written.
#[derive(Debug)]
pub(super) struct Table {
    /// The table's name; its file is `<name>.csv`.
    pub(super) name: &'static str,
    /// Column sums that a later reader can check, by column; empty where there is nothing to add
    /// up.
    pub(super) sums: Vec<(&'static str, u64)>,
    /// Further comment lines, key and value, that stand after the sums.
    pub(super) remarks: Vec<(&'static str, String)>,
    /// Where the figures come from (出典), in the words that their terms of use ask for.
    pub(super) source: &'static str,
    /// The day whose state the table shows.
    pub(super) as_of: String,
    /// The names of the columns.
    pub(super) columns: &'static [&'static str],
    /// The records, in the table's defined order.
    pub(super) records: Vec<Vec<String>>,
}

impl Table {
    /// The name of the file the table is written to.
    pub(super) fn file_name(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The column sums in one line.
    pub(super) fn sums_line(&self) -> String {
        let sums: Vec<_> = self.sums.iter().map(|(column, sum)| format!("{column}={sum}")).collect();
        if sums.is_empty() { "none".to_owned() } else { sums.join(", ") }
    }

    /// The whole file: comment lines, header record, records. Nothing in it depends on the day or
    /// the machine it is made on, so that the same input gives the same bytes.
    pub(super) fn render(&self, input: &Input) -> String {
        let comments = self.comments(input).into_iter().map(|(key, value)| format!("# {key}: {value}"));
        let header = csv::line(self.columns.iter().copied());
        let records = self.records.iter().map(|record| csv::line(record.iter().map(String::as_str)));
        let mut lines: Vec<_> = comments.chain([header]).chain(records).collect();
        lines.push(String::new());
        lines.join("\n")
    }

    fn comments(&self, input: &Input) -> Vec<(&'static str, String)> {
        let mut comments = vec![
            ("table", self.name.to_owned()),
            ("made by", "cargo xtask bake".to_owned()),
            ("input", input.name.clone()),
            ("sha256", input.sha256.clone()),
            ("rows", self.records.len().to_string()),
            ("sums", self.sums_line()),
        ];
        comments.extend(self.remarks.iter().cloned());
        comments.push(("source", self.source.to_owned()));
        comments.push(("licence", LICENCE.to_owned()));
        comments.push(("as of", self.as_of.clone()));
        comments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table {
            name: "fruits",
            sums: vec![("pieces", 7), ("boxes", 2)],
            remarks: vec![("sums over", "all rows".to_owned())],
            source: "出典：果物表を加工して作成",
            as_of: "2021-01-01".to_owned(),
            columns: &["name", "pieces", "boxes"],
            records: vec![vec!["fig, dried".to_owned(), "7".to_owned(), "2".to_owned()]],
        }
    }

    #[test]
    fn a_table_tells_where_it_comes_from() {
        let input = Input { name: "f.csv".to_owned(), text: String::new(), sha256: "ab".to_owned() };
        let expected = "# table: fruits\n# made by: cargo xtask bake\n# input: f.csv\n\
                        # sha256: ab\n# rows: 1\n\
                        # sums: pieces=7, boxes=2\n# sums over: all rows\n# source: 出典：果物表を加工して作成\n\
                        # licence: CC BY 4.0\n# as of: 2021-01-01\n\
                        name,pieces,boxes\n\"fig, dried\",7,2\n";
        assert_eq!(table().render(&input), expected);
        assert_eq!(table().file_name(), "fruits.csv");
    }

    #[test]
    fn a_table_without_sums_says_so() {
        assert_eq!(Table { sums: Vec::new(), ..table() }.sums_line(), "none");
    }
}
