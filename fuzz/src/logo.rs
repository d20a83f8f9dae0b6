//! Whatever somebody sends as a logo, it is refused or becomes a PNG of ours that reads back as itself.
#![no_main]

use broadside_logo::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|sent: &[u8]| {
    if let Ok(logo) = read(sent) {
        let again = read(&logo.png).expect("what we made can be read");
        assert_eq!((again.width, again.height), (logo.width, logo.height));
    }
});
