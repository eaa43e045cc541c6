//! What can be wrong with a call before any operation is asked.

use vsys_core::problems;

problems! {
    /// What can be wrong with the call of a function of the C face.
    pub enum CProblem {
        /// NULL where a value is needed.
        ArgumentNull { argument: &'static str } = Error "c.argument.null" by "WIRE-1" {
            en: "the argument {argument} is NULL", ja: "引数 {argument} が NULL です",
            help_en: "pass a pointer; NULL stands for a text only when its length is 0",
            help_ja: "ポインタを渡してください。NULL が文字列を表すのは長さが 0 のときだけです",
        }
        /// A length that no object in memory has.
        ArgumentLength { argument: &'static str } = Error "c.argument.length" by "WIRE-1" {
            en: "the length of {argument} is more than any object in memory has",
            ja: "{argument} の長さがメモリ上のどの領域よりも大きい値です",
            help_en: "look for a negative number that became a size_t",
            help_ja: "負の数が size_t に変換されていないか確認してください",
        }
        /// A name that is no UTF-8.
        ArgumentUtf8 { argument: &'static str } = Error "c.argument.utf8" by "WIRE-1" {
            en: "the argument {argument} is not valid UTF-8", ja: "引数 {argument} が UTF-8 として正しくありません",
            help_en: "pass the name as UTF-8", help_ja: "UTF-8 で渡してください",
        }
        /// A number that stands for nothing.
        ArgumentValue { argument: &'static str } = Error "c.argument.value" by "WIRE-1" {
            en: "the value of {argument} stands for nothing", ja: "{argument} の値に対応するものがありません",
            help_en: "the header says which values it may have", help_ja: "指定できる値はヘッダーの説明を見てください",
        }
        /// A column whose first number does not stand where numbers of its type do.
        ArgumentAlignment { argument: &'static str } = Error "c.argument.alignment" by "WIRE-1" {
            en: "the column {argument} is not aligned as its type asks", ja: "列 {argument} の先頭が型の境界にそろっていません",
            help_en: "pass an array of the type that the header names", help_ja: "ヘッダーに示した型の配列を渡してください",
        }
        /// A column that is written and lies upon another one.
        ArgumentOverlap { argument: &'static str } = Error "c.argument.overlap" by "WIRE-1" {
            en: "the column {argument} is written and lies upon another column",
            ja: "書き込み先の列 {argument} が他の列と重なっています",
            help_en: "pass an array of its own for every column", help_ja: "列ごとに別の配列を渡してください",
        }
        /// A column with another number of rows than there are.
        ArgumentCount { argument: &'static str, needed: usize } = Error "c.argument.count" by "WIRE-1" {
            en: "the column {argument} needs room for exactly {needed} rows",
            ja: "列 {argument} にはちょうど {needed} 行分が必要です",
            help_en: "pass as many rows as there are", help_ja: "行数を合わせてください",
        }
        /// An index behind the last one.
        ArgumentIndex { count: usize } = Error "c.argument.index" by "WIRE-1" {
            en: "there are {count}, counted from 0", ja: "{count} 個あり、番号は 0 からです",
            help_en: "stay below that number", help_ja: "それより小さい番号を渡してください",
        }
        /// A buffer that does not hold what is to be copied.
        BufferTooSmall { needed: usize, capacity: usize } = Error "c.buffer.too_small" by "WIRE-1" {
            en: "the copy needs {needed} bytes, the buffer has {capacity}",
            ja: "コピーには {needed} バイト必要ですが、バッファは {capacity} バイトです",
            help_en: "ask for the length first", help_ja: "先に長さを取得してください",
        }
        /// A handle that is not, or no longer, one of its kind.
        HandleStale { kind: &'static str } = Error "c.handle.stale" by "WIRE-1" {
            en: "this is not the handle of a living {kind}", ja: "有効な {kind} のハンドルではありません",
            help_en: "it was freed, or belongs to another kind, or never was a handle",
            help_ja: "解放済みか、別の種類か、ハンドルではない値です",
        }
        /// A fault of the library.
        CallPanicked = Error "c.call.panicked" by "WIRE-1" {
            en: "the library failed; nothing was changed", ja: "ライブラリ内部で障害が起きました。何も変更されていません",
            help_en: "please report it with the operation and the request",
            help_ja: "操作名と要求を添えて報告してください",
        }
    }
}
