# ما يُحفظ عن الناس: الإشعار والتصدير والمحو وسجل المعالجة.

privacy-notice-link = ما يُحفظ ولماذا وإلى متى ومن يراه

privacy-notice-headline = ما نحفظه عنك
privacy-notice-lead = تدير { $group } هذه الحملة وتُسأل عمّا يُحفظ. هذا كل شيء.
privacy-notice-contact = اكتب إلى { $address } لأي سؤال عن ذلك.
privacy-notice-none = قراءة الرسالة لا تترك شيئًا: لا كعكات ولا متعقبات ولا عنوان لك في سجل.
privacy-notice-caption = ما يُحفظ بحسب الغاية منه
privacy-notice-ended = { $days ->
    [one] بعد يوم من إغلاق هذه الحملة يُنسى من وقّع: يذهب الاسم والعنوان والرمز البريدي والتعليق والموافقات، ويبقى التوقيع معدودًا.
    [two] بعد يومين من إغلاق هذه الحملة يُنسى من وقّع: يذهب الاسم والعنوان والرمز البريدي والتعليق والموافقات، ويبقى التوقيع معدودًا.
    [few] بعد { $days } أيام من إغلاق هذه الحملة يُنسى من وقّع: يذهب الاسم والعنوان والرمز البريدي والتعليق والموافقات، ويبقى التوقيع معدودًا.
   *[other] بعد { $days } يومًا من إغلاق هذه الحملة يُنسى من وقّع: يذهب الاسم والعنوان والرمز البريدي والتعليق والموافقات، ويبقى التوقيع معدودًا.
}
privacy-notice-rights-title = هو ملكك
privacy-notice-rights-words = الرابط في بريدك يفتح صفحتك الخاصة. هناك يمكنك تصحيح ما وقّعته أو سحبه، والحصول على كل ما يُحفظ عنك، ومحوه كله.
privacy-notice-rights-lost = أضعت البريد؟ { $link }
privacy-notice-rights-link = اطلب رابطًا جديدًا
privacy-notice-rights-complain = ويمكنك أيضًا أن تشكو إلى هيئة حماية البيانات حيث تقيم.
privacy-notice-partners-title = من يحصل عليه غيرنا
privacy-notice-partners-nobody = لا أحد.
privacy-notice-partners-words = فقط من سمحت له بوضع علامة في خانته: { $partners }.

privacy-head-table = الجدول
privacy-head-column = العمود
privacy-head-what = ماذا
privacy-head-whose = لمن
privacy-head-why = لماذا
privacy-head-until = إلى متى
privacy-head-seen = من يراه
privacy-head-goes = كيف يزول

privacy-what-name = الاسم
privacy-what-address = عنوان البريد
privacy-what-address-key = صورة مموّهة من العنوان تميّزه من غيره ولا تُظهر منه شيئًا
privacy-what-relation = صلتك بالمخاطَب
privacy-what-postal-code = الرمز البريدي
privacy-what-country = البلد
privacy-what-comment = لماذا توقّع
privacy-what-dedication = ما قلته مع تبرّع، ولذكرى مَن كان
privacy-what-shown = هل يظهر اسمك
privacy-what-consents = لمن سمحت بماذا وبأي كلمات
privacy-what-language = اللغة
privacy-what-source = الرابط الذي جاء بك
privacy-what-times = متى
privacy-what-server-answer = ما أجاب به خادم البريد
privacy-what-salt = عدد عشوائي يختم سطرك في سجل الرسالة
privacy-what-belonging = أن هذه البيانات لشخص واحد
privacy-what-public-name = أسماء وحسابات علنية

privacy-whose-submitter = صاحب العنوان المكتوب أيًّا كان كاتبه
privacy-whose-signer = الموقّع
privacy-whose-erased = من مُحيت بياناته
privacy-whose-target = من تخاطبه الحملة

privacy-why-confirm = ليصير ما أرسلته توقيعًا متى أكدته
privacy-why-send-again = ليُرسل إليك رابطك مرة أخرى
privacy-why-cap-mails = لئلا يُرسل إلى عنوان أكثر من ثلاث رسائل في اليوم
privacy-why-delivery = لمعرفة سبب عدم وصول رسالة
privacy-why-sign = ليكون تحت الرسالة ويُعدّ مرة واحدة ويكون لك أن تغيّره
privacy-why-agree = لإثبات ما وافقت عليه
privacy-why-stay-erased = لمحو بياناتك ثانية إن استُعيدت نسخة قديمة
privacy-why-address = لتوجيه المنشورات إليهم

privacy-until-made = { PLURAL($days) ->
    [one] ليوم واحد
    [two] ليومين
    [few] لمدة { $days } أيام
    [many] لمدة { $days } يومًا
   *[other] لمدة { $days } يوم
}
privacy-until-withdrawn = { PLURAL($days) ->
    [one] ما دام قائمًا، ويومًا واحدًا بعد سحبه
    [two] ما دام قائمًا، ويومين بعد سحبه
    [few] ما دام قائمًا، و{ $days } أيام بعد سحبه
    [many] ما دام قائمًا، و{ $days } يومًا بعد سحبه
   *[other] ما دام قائمًا، و{ $days } يوم بعد سحبه
}
privacy-until-needed = ما دام يُحفظ لك توقيع أو موافقة
privacy-until-always = دائمًا، فقد تكون نسخة احتياطية قديمة
privacy-until-in-files = ما دامت ملفات الحملة تذكرهم

privacy-seen-everybody = الجميع إن اخترت ذلك؛ وإلا ففي المجموعة: { $roles }
privacy-seen-roles = في المجموعة: { $roles }
privacy-seen-anybody = الجميع
privacy-seen-person = أنت وحدك
privacy-seen-nobody = لا أحد
privacy-role-owner = المالكون
privacy-role-organiser = المنظمون
privacy-role-moderator = المشرفون

privacy-goes-row = يُحذف الصف كله
privacy-goes-value = تُفرغ القيمة؛ ويبقى العدّ قابلًا للإثبات
privacy-goes-never = يبقى: لا يقود إلى أحد من دون مفتاح النسخة
privacy-goes-import = يزول حين تُستورد ملفات الحملة من دونه

privacy-kept-sign-on = أُرسل من الاستمارة
privacy-kept-sign-on-address = عنوان مموّه لإيجاد ما ينتظره
privacy-kept-link-request = طلبات الرابط
privacy-kept-mail = رسائل إلى العنوان
privacy-kept-person = العنوان
privacy-kept-signature = توقيعات
privacy-kept-consent = موافقات
privacy-kept-erasure = محو سابق

privacy-record-title = سجل أنشطة المعالجة
privacy-record-recipients = يذهب العنوان، حيث وافق صاحبه، إلى:
privacy-record-nobody = لا أحد
privacy-record-security = لا يرسل هذا البرنامج شيئًا إلى بلدان أخرى؛ ومن يستضيفه يعرف مكانه. تُقارن العناوين بصورتها المموّهة؛ والروابط مختومة؛ ومجلد البيانات لمستخدمه وحده.

privacy-own-title = بياناتك
privacy-own-words = يمكنك الحصول على كل ما يُحفظ عن عنوانك، أو محوه كله.
privacy-own-export = احصل على كل ما تعرفونه عني
privacy-own-erasure = محو كل شيء

privacy-erasure-headline = محو كل شيء
privacy-erasure-lead = هذا ما تحفظه { $group } عن صندوق بريدك. يزول كله نهائيًا.
privacy-erasure-rows = { PLURAL($n) ->
    [one] سجل واحد
    [two] سجلان
    [few] { $n } سجلات
    [many] { $n } سجلًا
   *[other] { $n } سجل
}
privacy-erasure-names-title = الأسماء التي جاءت من صندوق بريدك
privacy-erasure-signature = ما وُقّع من صندوق بريدك يُرفع عن الرسالة ولا يُعدّ بعد ذلك. ويحتفظ سجل الرسالة بسطرين: أن أحدًا وقّع وأن أحدًا سحب توقيعه؛ ولا يمكن لأحد بعدها أن يعرف من.
privacy-erasure-endorsement = ما أعلنته منظمتك يبقى على الرسالة من دونك، إلى أن ينهيه أحد منها أو أحد المنظمين. أما اسمك وصفتك وعنوانك فتُمحى.
privacy-erasure-stays = تبقى صورة مموّهة من العنوان لا يعيدها أحد إلى أصلها. بها يُعاد محو بياناتك إن استُعيدت نسخة قديمة ويبقى حدّ الرسائل قائمًا. ويمكنك التوقيع مجددًا متى شئت.
privacy-erasure-undo = لا رجعة في ذلك، ولا حتى منّا.
privacy-erasure-button = نعم، امحوا كل شيء
privacy-erasure-back = رجوع مع الإبقاء عليها

privacy-erased-headline = تم المحو
privacy-erased-lead = لا يُحفظ عنك هنا شيء بعد الآن. والرابط في بريدك لم يعد يعمل.
privacy-gone-headline = لا شيء هنا
privacy-gone-lead = لا يُحفظ شيء وراء هذا الرابط، أو أنه قُطع أو تغيّر في الطريق.

privacy-what-account = كيف يُسجَّل الدخول وما يُسمح بفعله
privacy-what-searched = ما بُحث عنه في قائمة
privacy-what-export = قوائم أُخذت ملفات
privacy-whose-worker = من يعمل في المكتب
privacy-why-work = ليتمكن الناس من العمل في المكتب
privacy-until-account = ما دام الحساب قائماً
privacy-until-export = يومًا على الأكثر
privacy-goes-account = يذهب حين يُمحى الحساب
privacy-goes-exports = يُحذف كل ما للمجموعة منها حين يُمحى أي شخص
privacy-kept-account = حساب في المكتب
privacy-kept-membership = أدوار في المجموعات
privacy-kept-partner-seat = جهات شريكة تدخل باسمها
privacy-kept-desk-link = روابط صُنعت لك، استُعملت أو لا
privacy-kept-desk-session = جلسات
privacy-kept-recovery-code = رموز الاسترداد
privacy-kept-passkey = مفاتيح المرور
privacy-kept-passkey-challenge = أسئلة لمفتاح مرور
privacy-kept-saved-filter = مرشّحات القوائم المحفوظة باسم
privacy-kept-task = عمل طويل طُلب في المكتب، كالتصدير
privacy-what-state = هل يُعدّ ويظهر
privacy-what-network = الشبكة التي جاء منها
privacy-what-signals = كيف مُلئت الاستمارة وما بدا زائفًا فيها
privacy-why-take-back = ليتمكن المنظمون من التراجع عما غيّروه
privacy-why-stay-removed = ليبقى محذوفًا ما حذفه المنظمون لأنه ليس توقيعًا صحيحًا
privacy-why-judge = لرؤية التوقيعات الزائفة قبل أن تُعدّ
privacy-kept-changed-row = غيّره المنظمون
privacy-kept-removed-mailbox = عنوان مموَّه لتوقيع حذفه المنظمون ثم سحبه صاحبه
privacy-kept-held-sign-on = لماذا أُوقف توقيع إلى أن ينظر فيه أحد
privacy-what-role = صفتك في منظمة
privacy-whose-officer = من يتحدث باسم منظمة
privacy-why-endorse = لمعرفة من يتحدث باسم منظمة ومراسلته في شأن تأييدها
privacy-until-endorsed = { PLURAL($days) ->
    [one] ما دام التأييد قائمًا أو منتظرًا، ويومًا واحدًا بعده
    [two] ما دام التأييد قائمًا أو منتظرًا، ويومين بعده
    [few] ما دام التأييد قائمًا أو منتظرًا، و{ $days } أيام بعده
    [many] ما دام التأييد قائمًا أو منتظرًا، و{ $days } يومًا بعده
   *[other] ما دام التأييد قائمًا أو منتظرًا، و{ $days } يوم بعده
}
privacy-kept-endorsement = التأييد باسم منظمة
privacy-kept-endorsement-proof = السؤال لإثبات تأييد
privacy-what-event = أي فعالية ومع كم شخص وهل حضرت
privacy-what-answers = أجوبتك عن أسئلة فعالية
privacy-whose-guest = من يقول إنه يحضر فعالية
privacy-why-come = ليكون لمن يحضر مكان ويعلم بكل تغيير
privacy-until-over = { PLURAL($days) ->
    [one] حتى يوم بعد الفعالية
    [two] حتى يومين بعد الفعالية
    [few] حتى { $days } أيام بعد الفعالية
   *[other] حتى { $days } يومًا بعد الفعالية
}
privacy-kept-rsvp = القول بحضور فعالية

privacy-what-statement = ما سُئلوا عنه أو ردوا به أو قالوه علنًا
privacy-why-report = للإخبار بمن سُئل وبماذا رد
privacy-until-on-record = ما دام المنظمون يبقونه في سجل الحملة
privacy-goes-record = يزيله المنظمون أو يخفونه حين يُطلب منهم
privacy-kept-statement = في السجل للصحافة
privacy-kept-statement-link = أُرسل إليه رابط خاص للرد
privacy-kept-delivery = ذُكر بوصفه من سُلِّمت إليه رسالة
privacy-kept-goal-notice = أُبلغ بالبريد أن هدفًا تحقّق
privacy-what-gift = كم أعطيت أو تعهّدت به، ولأي غرض، وما آل إليه
privacy-what-payment = ما يسمّيك به مزوّد الدفع ويسمّي به طريقة دفعك ودفعتك (ولا بطاقة أبدًا)
privacy-whose-giver = من يعطي مالًا أو يتعهّد به
privacy-why-give = لأخذ المال كما وُعد به وتقديم الحساب عنه
privacy-until-books = { PLURAL($years) ->
    [one] سنة واحدة
    [two] سنتين
    [few] { $years } سنوات
   *[other] { $years } سنة
} بعد الدفع كما يطلب القانون للدفاتر؛ و{ PLURAL($days) ->
    [one] يومًا واحدًا
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} بعد الانتهاء إن لم يُدفع؛ و{ PLURAL($announced) ->
    [one] يومًا واحدًا
    [two] يومين
    [few] { $announced } أيام
    [many] { $announced } يومًا
   *[other] { $announced } يوم
} بعد إعلانه إن كان تحويلًا لم يصل قط
privacy-goes-books = يبقى في الدفاتر، ولا يدلّ على أحد بعد ذهاب الباقي
privacy-kept-pledge = تعهّداتك وتبرّعاتك
privacy-kept-fundraiser-notice = ما أُبلغت به عن حملات جمع المال التي ترعاها
privacy-role-treasurer = أمناء الصندوق
