//! The look of a page under a partner's name: its colour, and its name and logo in the masthead. The letter, the count
//! and who runs the campaign stay what they are.

use crate::campaigns::definition::Partner;
use crate::campaigns::directory::Running;
use crate::web::i18n::Language;
use crate::web::layout::{Colour, Frame, Guest, GuestLogo, Named, Signal};

pub fn wear(frame: &mut Frame, campaign: &Running, partner: &Partner, language: Language) {
    if let Some(colour) = partner.signal.as_deref().and_then(Colour::parse) {
        frame.signal = Signal::of(colour);
    }
    frame.masthead.guest = Some(Guest {
        name: Named { name: partner.name.clone(), url: partner.website.clone() },
        logo: partner.logo.as_deref().and_then(|file| logo(campaign, file, language)),
    });
}

/// A logo as it stands beside a name: as high as two lines, or as wide as it may be.
pub fn logo(campaign: &Running, file: &str, language: Language) -> Option<GuestLogo> {
    const HIGH: u32 = 40;
    const WIDE: u32 = 160;
    let (width, height) = campaign.picture_size(file)?;
    let picture = campaign.definition.pictures.iter().find(|picture| picture.file == file)?;
    let by_height = (width.saturating_mul(HIGH) / height.max(1), HIGH);
    let by_width = (WIDE, height.saturating_mul(WIDE) / width.max(1));
    let (width, height) = if by_height.0 <= WIDE { by_height } else { by_width };
    Some(GuestLogo {
        url: format!("/campaigns/{}/pictures/{file}", campaign.definition.slug),
        alt: picture.alt.get(language.tag()).cloned().unwrap_or_default(),
        width: width.max(1),
        height: height.max(1),
    })
}
