//! The header of the C face, from its functions and the table of operations.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use cbindgen::{Builder, Config, DocumentationLength, DocumentationStyle, Language, Layout, SortKey, Style};
use vsys_core::claims::FormFault;
use vsys_wire::OPERATIONS;

/// The files of the functions, in the order of the header.
const SOURCES: [&str; 15] = [
    "shared",
    "assumption",
    "call",
    "form",
    "quantity",
    "code",
    "calendar",
    "time_class",
    "price",
    "columns",
    "needle",
    "apportion",
    "plan",
    "findings",
    "claims",
];
const HEADER: &str = "vsys-c/include/vsys.h";

const PREAMBLE: &str = "\
/* vsys: the C face. Made by cargo xtask from vsys-c/src/abi and the table of operations; do not edit.
 *
 * A function that can fail gives a vsys_error *, NULL on success, and writes its out-parameters, which come last,
 * only on success. Texts are a pointer and a length in bytes, UTF-8 without a terminating NUL. A day is eight decimal
 * digits, YYYYMMDD, a moment twelve, YYYYMMDDhhmm, both JST; 0 is none. Handles are numbers
 * that are looked up and never followed: one that was freed, is of another kind or was made up is the error
 * c.handle.stale. Whoever is given a handle frees it; any thread may use or free it. */";

/// The header, relative to the root of the repository.
///
/// # Errors
/// When the functions cannot be read.
pub(crate) fn generate() -> Result<Vec<(PathBuf, String)>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vsys-c/src/abi");
    let builder = SOURCES.iter().fold(Builder::new().with_config(config()), |builder, source| {
        builder.with_src(folder.join(source).with_extension("rs"))
    });
    let bindings = builder.generate().map_err(|error| error.to_string())?;
    let mut header = Vec::new();
    bindings.write(&mut header);
    let header = String::from_utf8(header).map_err(|error| error.to_string())?;
    Ok(vec![(HEADER.into(), header)])
}

fn config() -> Config {
    let mut config = Config {
        language: Language::C,
        style: Style::Type,
        sort_by: SortKey::None,
        header: Some(PREAMBLE.to_owned()),
        include_guard: Some("VSYS_H".to_owned()),
        no_includes: true,
        sys_includes: vec!["stddef.h".to_owned(), "stdint.h".to_owned()],
        after_includes: Some(macros()),
        cpp_compat: true,
        usize_is_size_t: true,
        line_length: 110,
        tab_width: 4,
        documentation_style: DocumentationStyle::C99,
        documentation_length: DocumentationLength::Full,
        defines: [("feature = panic-for-test".to_owned(), "VSYS_PANIC_FOR_TEST".to_owned())].into(),
        ..Config::default()
    };
    config.function.args = Layout::Auto;
    config.function.sort_by = Some(SortKey::None);
    config
}

/// What C cannot be told by functions: literals as texts, the operations by name, and bits.
fn macros() -> String {
    let mut text = String::from(
        "\n// A string literal as the two arguments that stand for a text: pointer and length.\n\
         #define VSYS_TEXT(literal) (const uint8_t *)(literal), sizeof(literal) - 1\n",
    );
    for operation in OPERATIONS {
        let name = operation.name.replace('.', "_").to_uppercase();
        // Writing into a String cannot fail.
        let _ =
            write!(text, "\n// {} / {}\n#define VSYS_OP_{name} \"{}\"\n", operation.en, operation.ja, operation.name);
    }
    text += "\n// What can be wrong with a screening form: the bits that vsys_form_check gives.\n";
    for (place, fault) in FormFault::ALL.into_iter().enumerate() {
        let (name, ja) = (fault.as_str().to_uppercase(), fault.ja());
        let warning = if fault.is_warning() { " (a warning)" } else { "" };
        let _ = write!(text, "\n// {ja}{warning}\n#define VSYS_FORM_FAULT_{name} (UINT32_C(1) << {place})\n");
    }
    text.trim_end().to_owned()
}
