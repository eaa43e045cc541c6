//! Gives the shared library its SONAME, so that programs bind to an ABI and not to a file.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libvsys.so.0");
    }
}
