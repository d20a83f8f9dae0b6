//! Family names that few bear. Three people in four have one, so a list of the commonest alone would make namesakes of
//! strangers; these are put together as such names came about, from a place, a trade or a forefather.

use super::tongue::Tongue;
use crate::dice::Dice;

/// Nothing where the common names are few and nearly all bear them, or where a list is long enough.
pub fn rare(dice: &mut Dice, tongue: Tongue) -> Option<String> {
    let (stems, endings) = parts(tongue)?;
    let stem = *dice.pick(&stems.split(',').collect::<Vec<_>>());
    let ending = *dice.pick(&endings.split(',').collect::<Vec<_>>());
    Some(format!("{stem}{ending}"))
}

fn parts(tongue: Tongue) -> Option<(&'static str, &'static str)> {
    Some(match tongue {
        Tongue::English => (
            "Ash,Black,Brad,Burn,Chat,Cran,Dun,East,Fair,Green,Hal,Har,Hart,Hol,King,Lang,Mar,Mill,Nor,Oak,Rad,Red,\
             Ros,Sand,Shel,Stan,Sut,Thorn,Wal,West,Whit,Win,Wood,Al,Ald,Bar,Beck,Bent,Birk,Brant,Cald,Chel,Cop,Den,\
             Ellis,Ever,Farn,Gar,Had,Hather,Hawk,Ing,Kel,Lin,Mars,Nether,Pem,Pres,Rams,Sher,Stock,Tarl,Up,Wake,Wex",
            "ton,ley,ford,field,well,worth,man,by,wood,more,bury,combe,stead,gate,house,land,brook,shaw,cliffe,ham,\
             hurst,wick,croft,ridge,bourne",
        ),
        Tongue::German => (
            "Stein,Berg,Wald,Feld,Linden,Eich,Buch,Birn,Rosen,Grün,Schön,Alt,Neu,Ober,Nieder,Hohen,Kirch,Mühl,Brunn,\
             Moos,Wiesen,Hasel,Tann,Dorn,Holz,Kalt,Weiden,Brand,Lang,Kreuz,Königs,Winter,Sommer,Sand,See,Silber,Gold,\
             Eisen,Kupfer,Ross,Hirsch,Bären,Vogel,Falken,Adel,Bieder,Ehren,Frei,Gut,Heiden,Ilm,Kron,Lauter,Markt,Nuss",
            "mann,bauer,hofer,meier,berger,bacher,felder,müller,huber,maier,reiter,thaler,stein,burg,dorf,auer,eder,\
             inger,acker,hauer,brink,kamp,rath,horst,heim",
        ),
        Tongue::Nordic => (
            "Berg,Lind,Lund,Sand,Ek,Hag,Dal,Sjö,Ny,Hed,Holm,Norr,Söder,Väster,Öster,Björk,Alm,Gran,Ceder,Rosen,Silver,\
             Sten,Strand,Häll,Fors,Kvarn,Åker,Ahl,Blom,Brand,Eng,Fager,Gyllen,Hall,Kron,Lager,Malm,Palm,Sund,Wester",
            "ström,kvist,gren,berg,lund,dahl,mark,holm,blad,stedt,man,fors,vall,ell,in,gård,lind,sköld,näs,rud,vik,\
             seth,ling,hammar",
        ),
        Tongue::Dutch => (
            "van ,van de ,van der ,van den ,de ,ter ,Oude,Nieuwe,Groot,Klein,Hoog,Laag,Zand,Water,Veen,Berken,Eiken,\
             Linden,Rozen,Steen,Konings,Molen,Bruin,Wit,Zwart,Noord,Zuid,Ooster,Wester,Kerk",
            "berg,bosch,linden,meer,heuvel,broek,velde,wal,brink,kamp,horst,laan,molen,beek,dijk,huis,hof,burg,veld,\
             schot,wijk,hoven,ingen,haar,stra,sma,donk,voort,werf,poel",
        ),
        Tongue::Italian => (
            "Bell,Cas,Mart,Ross,Gall,March,Pell,Sart,Font,Colomb,Fabr,Lomb,Mor,Ner,Oliv,Pag,Rin,Salv,Tes,Vent,Zan,Bert,\
             Cap,Don,Ferr,Land,Mass,Nob,Bald,Bon,Camp,Cec,Ghil,Guid,Lanz,Mag,Mic,Par,Pas,Pier,Ricc,Sant,Simon,Tad",
            "ini,etti,elli,one,ucci,acci,aro,otti,ese,ino,oni,ardi,atti,oli,agni,assi,ulli,iero,ante,uzzi",
        ),
        Tongue::Spanish => (
            "Monte,Villa,Val,Fuente,Rio,Torre,Campo,Puente,Castil,Piedra,Agua,Casa,Huerta,Arro,Bar,Bel,Cal,Car,Esco,\
             Ga,Iba,Lan,Mon,Olm,Pal,Que,Sal,Tala,Urru,Za",
            "nueva,rrubia,longa,alegre,mayor,verde,seca,real,blanca,franca,hermosa,clara,bedo,derón,rreal,dueña,\
             mera,tierra,rroja,vides,cete,ndero,rejo,macho,drigal",
        ),
        Tongue::French => (
            "Beau,Bel,Bois,Bon,Bour,Champ,Char,Cha,Clair,Cour,Du,Font,Gau,Gran,Gros,Haut,La,Le,Mont,Mor,Petit,Pont,Ro,\
             Saint-,Ter,Val,Vil,De la ,Des",
            "mont,champ,champs,lieu,court,ville,fort,tier,bois,vallon,rier,leau,din,gnon,rand,clerc,roche,fontaine,\
             sart,nier,lard,vigne,perrin,grave,preux,noue",
        ),
        Tongue::Portuguese => (
            "Alb,Barb,Card,Cast,Cout,Esp,Figu,Gouv,Lam,Mad,Mour,Nog,Oliv,Peix,Quint,Reb,Salg,Teix,Val,Vasc",
            "eira,eiro,oso,elos,inho,ais,eia,al,ães,ano,ão,uro,anha,edo,ela",
        ),
        Tongue::Polish => (
            "Brzoz,Lip,Dęb,Sosn,Jodł,Wierzb,Kalin,Malin,Jarz,Głog,Buk,Grab,Leszcz,Sad,Ogrod,Pol,Las,Gór,Dol,Rzecz,\
             Jezior,Most,Młyn,Kościel,Zamk,Wil,Krak,Lub,Mac,Jan,Staw,Bart,Urban,Wal,Cieśl,Gołęb,Jastrz,Krog,Sok,Wron",
            "owski,ewski,iński,czyk,czak,ak,ek,arz,icz,owicz,as,uch,ik,ski",
        ),
        Tongue::Russian => (
            "Берёз,Дуб,Сосн,Рябин,Калин,Лип,Горшк,Мельник,Гончар,Ткач,Бондар,Столяр,Пушк,Зайч,Волч,Лис,Медвед,Ворон,\
             Галк,Синиц,Журавл,Карас,Щук,Корол,Мороз,Снег,Ветр,Холод,Тих,Добр",
            "ов,ин,енко,ский,ев,ук,овский,ик,ич,як",
        ),
        Tongue::Greek => (
            "Παπαδ,Γεωργ,Δημητρ,Νικολ,Αντων,Βασιλ,Θεοδωρ,Μιχαλ,Πετρ,Σταυρ,Χαραλαμπ,Χρηστ,Λαμπρ,Αναστασ,Ευθυμ,Ηλι,\
             Σπυρ,Φωτ,Κοσμ,Μαρκ",
            "όπουλος,ίδης,άκης,άτος,έλλης,ιάδης,έας,ούσης",
        ),
        Tongue::Turkish => (
            "Ak,Kara,Demir,Taş,Öz,Er,Gün,Yıl,Altun,Gök,Bay,Kaya,Çelik,Gül,Boz,Kılıç,Tek,Us,Şen,Can",
            "taş,kaya,demir,tekin,soy,oğlu,han,türk,can,er,alp,bay,su,baş,kan,dağ,doğan,kurt,bulut,gül",
        ),
        Tongue::Indian => (
            "Aga,Jaya,Rama,Krishna,Venkata,Subra,Narayana,Govinda,Mani,Shiva,Sunda,Chandra,Bhat,Kel,Gaik,Madh,Palan,\
             Raja,Sesha,Vija,Bora,Dhar,Lakh,Maha",
            "wal,kar,nathan,swamy,murthy,appa,raj,rajan,mani,war,deo,dev,pathi,iah,ani,samy",
        ),
        Tongue::African => (
            "Ade,Olu,Ola,Ayo,Oye,Ogun,Chi,Nna,Ike,Oko,Nwa,Eme,Aki,Bola,Kwa,Mu,Nga,Ma,Ka,Wa",
            "wale,yemi,bayo,kunle,tola,niyi,sola,bueze,nkwo,di,foe,bi,moto,ruga,ndi,seka,lera,chi,gisha,tinde",
        ),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_names_are_many() {
        let mut dice = Dice::new(1);
        let names: std::collections::BTreeSet<_> =
            (0..500).filter_map(|_| rare(&mut dice, Tongue::German)).collect();
        assert!(names.len() > 350);
        assert_eq!(rare(&mut dice, Tongue::Korean), None);
    }
}
