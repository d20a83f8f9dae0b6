# PLURAL يختار صيغة العدد في العربية.
# الورقة: الرسالة وعدد الموقّعين والاستمارة وقائمة الأسماء.

letters-to = إلى { $addressee }
letters-go-to-form = وقّع الرسالة
letters-other-language = تظهر الرسالة هنا باللغة التي كُتبت بها.
letters-changed-on = عُدّل النص آخر مرة في { $day }. من وقّع قبل ذلك وقّع النص السابق.

letters-count-none = لا أسماء بعد
letters-count-none-words = يمكن أن يكون اسمك أولها.
letters-count-words = { PLURAL($n) ->
    [zero] شخص وقّعوا
    [one] شخص وقّع
    [two] شخصان وقّعا
    [few] أشخاص وقّعوا
    [many] شخصًا وقّعوا
   *[other] شخص وقّعوا
}
letters-count-as-of = حتى { $moment }
letters-count-how = كيف نعدّ
letters-signatures = { PLURAL($n) ->
    [zero] لا تواقيع بعد
    [one] توقيع واحد
    [two] توقيعان
    [few] { $n } تواقيع
    [many] { $n } توقيعًا
   *[other] { $n } توقيع
}

letters-form-title = ضع اسمك
letters-name-label = اسمك
letters-email-label = البريد الإلكتروني
letters-email-hint = نرسل إليه رابطًا واحدًا. يُحسب توقيعك حين تؤكده.
letters-relation-label = صفتي
letters-relation-none = أفضّل عدم الإفصاح
letters-relation-unsaid = آخرون، أو لم يذكروا ذلك
letters-postal-code-label = الرمز البريدي
letters-country-label = البلد
letters-comment-label = لماذا توقّع
letters-consent-label = من يجوز له أيضًا أن يكتب إليك
letters-consent-optional = اختياري، ولكل جهة على حدة
letters-consent-privacy = ماذا تفعل { $partner } بالبيانات
letters-optional = اختياري
letters-public-label = أظهروا اسمي في هذه الصفحة
letters-public-label-country = أظهروا اسمي في هذه الصفحة، وإدراجه ضمن بلدي
letters-sign-button = وقّع الرسالة
letters-working = لحظة من فضلك…
letters-form-words = بلا حساب. برابطك ترى توقيعك أو تصحّحه أو تسحبه متى شئت.

letters-summary-title = { PLURAL($n) ->
    [one] لم يتم التوقيع بعد: أمر واحد يحتاج إلى تصحيح
    [two] لم يتم التوقيع بعد: أمران يحتاجان إلى تصحيح
    [few] لم يتم التوقيع بعد: { $n } أمور تحتاج إلى تصحيح
    [many] لم يتم التوقيع بعد: { $n } أمرًا يحتاج إلى تصحيح
   *[other] لم يتم التوقيع بعد: { $n } أمر يحتاج إلى تصحيح
}
letters-error-name-missing = اكتب الاسم الذي تريد التوقيع به.
letters-error-name-too-long = يتسع الاسم لعدد { $most } من الأحرف على الأكثر. يُرجى اختصاره.
letters-error-name-has-link = لا يمكن أن يحتوي الاسم على عنوان موقع. اكتب الاسم وحده.
letters-error-name-has-control = في الاسم سطر جديد أو حرف غير مرئي. اكتبه من جديد في سطر واحد.
letters-error-name-taken = سبق أن وُقّع بهذا الاسم من صندوق البريد نفسه.
letters-error-email-missing = اكتب بريدك الإلكتروني لنتمكن من إرسال الرابط إليك.
letters-error-email-broken = هذا العنوان غير مكتمل. ينبغي أن يشبه name@example.org.
letters-error-email-too-long = يتسع عنوان البريد لعدد { $most } من الأحرف على الأكثر.
letters-error-email-suggestion = هل تقصد { $meant }؟ إن كان { $typed } صحيحًا فاضغط الزر مرة أخرى.
letters-error-not-a-choice = هذا الخيار ليس في القائمة. اختر واحدًا منها.
letters-error-too-long = يتسع هذا الحقل لعدد { $most } من الأحرف على الأكثر. يُرجى الاختصار.
letters-error-has-control = فيه حرف غير مرئي. اكتبه من جديد.
letters-error-postal-code-broken = الرمز البريدي حروف وأرقام ومسافات وشرطات، ستة عشر على الأكثر.

letters-too-many-title = لم يتم التوقيع بعد: الكثير دفعة واحدة
letters-too-many-words = وصلت تواقيع كثيرة من شبكتك الآن. ما كتبته ما زال هنا: اضغط الزر مرة أخرى بعد عدد من الثواني: { $seconds }.
letters-just-closed-title = لم يتم التوقيع: أُغلقت الرسالة
letters-just-closed-words = أُغلقت قبل أن يصل توقيعك. لم يُحفظ شيء مما كتبته.
letters-words-changed-title = لم يتم التوقيع بعد: تغيّر نص الرسالة
letters-words-changed-words = تغيّر النص أثناء قراءتك. النص الجديد في هذه الصفحة، وما كتبته ما زال هنا. إن كنت توافق عليه فاضغط الزر مرة أخرى.
letters-busy-title = لم يتم التوقيع بعد: لم نتمكن من استلامه الآن
letters-busy-words = إما أن عدد الموقّعين كبير جداً الآن أو أن خللاً وقع عندنا. لم يُحفظ شيء. ما كتبته ما زال هنا: اضغط الزر مرة أخرى بعد قليل.

letters-closed-title = هذه الرسالة مغلقة
letters-closed-words = لم تعد تقبل أسماء. وما تحتها من أسماء باقٍ.

letters-roll-title = الموقّعون
letters-roll-empty = هنا سيكون أول اسم.
letters-roll-none-shown = لا يُعرض هنا أي اسم.
letters-roll-words = آخر من اختاروا إظهار أسمائهم.

letters-address-title = ما مصير بريدك الإلكتروني
letters-address-who = تحفظه { $group } مع توقيعك ولا تُظهره أبدًا.
letters-address-nobody = ولا يصل إلى أحد غيرها.
letters-address-partners = ولا يصل إلى منظمة أخرى إلا إذا أشّرت على مربّعها.
letters-address-days = { PLURAL($days) ->
    [one] إن لم تؤكد خلال يوم واحد حذفنا ما أرسلته.
    [two] إن لم تؤكد خلال يومين حذفنا ما أرسلته.
    [few] إن لم تؤكد خلال { $days } أيام حذفنا ما أرسلته.
    [many] إن لم تؤكد خلال { $days } يومًا حذفنا ما أرسلته.
   *[other] إن لم تؤكد خلال { $days } يوم حذفنا ما أرسلته.
}
letters-counting-title = كيف نعدّ
letters-counting-words = { PLURAL($most) ->
    [one] يُحسب التوقيع حين يفتح صاحبه الرابط الذي في بريدنا ويضغط الزر هناك. ولكل صندوق بريد توقيع واحد. ومن سحب توقيعه خرج من العدد فورًا.
    [two] يُحسب التوقيع حين يفتح صاحبه الرابط الذي في بريدنا ويضغط الزر هناك. ويمكن لشخصين أن يوقّعا من صندوق بريد واحد. ومن سحب توقيعه خرج من العدد فورًا.
   *[other] يُحسب التوقيع حين يفتح صاحبه الرابط الذي في بريدنا ويضغط الزر هناك. ويمكن أن يوقّع من صندوق بريد واحد عدد من الأشخاص لا يزيد على { $most }. ومن سحب توقيعه خرج من العدد فورًا.
}
letters-counting-held = { $n ->
    [one] توقيع واحد موقوف إلى أن ينظر فيه أحد، وليس في العدد.
    [two] توقيعان موقوفان إلى أن ينظر فيهما أحد، وليسا في العدد.
    [few] { $n } توقيعات موقوفة إلى أن ينظر فيها أحد، وليست في العدد.
    [many] { $n } توقيعًا موقوفًا إلى أن ينظر فيها أحد، وليست في العدد.
   *[other] { $n } توقيع موقوف إلى أن ينظر فيها أحد، وليست في العدد.
}
letters-removed-false = { $n ->
    [one] أُزيل توقيع واحد لأنه زائف.
    [two] أُزيل توقيعان لأنهما زائفان.
    [few] أُزيلت { $n } توقيعات لأنها زائفة.
    [many] أُزيل { $n } توقيعًا لأنها زائفة.
   *[other] أُزيل { $n } توقيع لأنها زائفة.
}
letters-removed-duplicate = { $n ->
    [one] أُزيل توقيع واحد لأنه مكرر.
    [two] أُزيل توقيعان لأنهما مكرران.
    [few] أُزيلت { $n } توقيعات لأنها مكررة.
    [many] أُزيل { $n } توقيعًا لأنها مكررة.
   *[other] أُزيل { $n } توقيع لأنها مكررة.
}
letters-removed-abusive = { $n ->
    [one] أُزيل توقيع واحد لأنه مسيء.
    [two] أُزيل توقيعان لأنهما مسيئان.
    [few] أُزيلت { $n } توقيعات لأنها مسيئة.
    [many] أُزيل { $n } توقيعًا لأنها مسيئة.
   *[other] أُزيل { $n } توقيع لأنها مسيئة.
}
letters-removed-other = { $n ->
    [one] أُزيل توقيع واحد لسبب آخر.
    [two] أُزيل توقيعان لسبب آخر.
    [few] أُزيلت { $n } توقيعات لأسباب أخرى.
    [many] أُزيل { $n } توقيعًا لأسباب أخرى.
   *[other] أُزيل { $n } توقيع لأسباب أخرى.
}
letters-counting-log = كل تأكيد وتصحيح وسحب يُقيَّد في سجل. وبه يستطيع من يدير هذا الموقع أن يعرف هل غُيّر العدد خطأً أو بيد غريبة. أما لك فلا يثبت شيئًا بعد: فأنت لا تستطيع قراءته، ومن يملك الخادم قادر على إعادة كتابته. ولا يستطيع أي سجل أن يُظهر أن الموقّع شخص حقيقي.
letters-group-title = من ينظّم هذا
letters-group-words = تدير { $group } هذه الحملة، وهي المسؤولة عن الرسالة وعن هذه الصفحة.
letters-group-contact = للمراسلة: { $address }.
letters-others-title = رسائل أخرى
letters-wording-headline = نص سابق
letters-wording-lead = هذا هو النص رقم { $n }. من وقّع حين كان قائماً فقد وقّع عليه.
letters-wording-stood = كان قائماً من { $from } إلى { $until }.
letters-wording-current = إلى الرسالة كما هي الآن
letters-partner-left-title = لم يتم التوقيع بعد: لم تعد إحدى الجهات مشاركة
letters-partner-left-words = لذلك زال مربعها، ولا تحصل على شيء. ما كتبته ما زال هنا؛ اضغط الزر مرة أخرى.
letters-consents-changed-title = لم يتم التوقيع بعد: تغيّرت كلمات أحد الأذونات
letters-consents-changed-words = تغيّرت أثناء قراءتك، لذلك عاد مربعها فارغاً. ما كتبته ما زال هنا. ضع العلامة إن كنت توافق على الكلمات الجديدة واضغط الزر مرة أخرى.
letters-count-closed-none = أُغلقت دون أي توقيع.
letters-roll-closed = لم يوقّع أحد حين كانت مفتوحة.
letters-closed-notice = هذه الرسالة مغلقة ولا تقبل أسماء جديدة.

letters-endorsers-title = المنظمات
letters-endorsers-count = { PLURAL($n) ->
    [one] تؤيد هذه الرسالة منظمة واحدة.
    [two] تؤيد هذه الرسالة منظمتان أو فرعان.
    [few] تؤيد هذه الرسالة { $n } منظمات وفروع.
    [many] تؤيد هذه الرسالة { $n } منظمة وفرعًا.
   *[other] تؤيد هذه الرسالة { $n } منظمة وفرع.
}
letters-endorsers-organisations = جمعيات ونقابات وهيئات خيرية
letters-endorsers-companies = شركات
letters-endorsers-public-bodies = هيئات عامة
letters-endorser-by-mail = ثبت بالبريد عند { $domain }
letters-endorser-by-dns = ثبت بسجلات DNS للنطاق { $domain }
letters-endorser-by-web = ثبت بالموقع { $domain }
letters-endorser-by-organiser = سجّله المنظمون
letters-endorse = أيّدوا باسم منظمة
letters-endorse-words = يُثبت بنطاق المنظمة نفسها ويُنظر فيه قبل أن يقف هنا.

letters-changed-earlier = { $n ->
    [zero] لا توقيع تحت صيغة سابقة.
    [one] توقيع واحد تحت صيغة سابقة.
    [two] توقيعان تحت صيغ سابقة.
    [few] { $n } توقيعات تحت صيغ سابقة.
    [many] { $n } توقيعًا تحت صيغ سابقة.
   *[other] { $n } توقيع تحت صيغ سابقة.
}
letters-changed-what = ما الذي تغيّر
letters-roll-earlier = الصيغة { $n }
letters-wordings-headline = كل صيغ هذه الرسالة
letters-wordings-lead = { $n ->
    [zero] لا توقيع حتى { $moment }.
    [one] توقيع واحد حتى { $moment }، بحسب الصيغة الموقَّعة.
    [two] توقيعان حتى { $moment }، بحسب الصيغة الموقَّعة.
    [few] { $n } توقيعات حتى { $moment }، بحسب الصيغة الموقَّعة.
    [many] { $n } توقيعًا حتى { $moment }، بحسب الصيغة الموقَّعة.
   *[other] { $n } توقيع حتى { $moment }، بحسب الصيغة الموقَّعة.
}
letters-wordings-words = من وقّع يبقى تحت الكلمات التي كانت قائمة حينها إلى أن يوقّع غيرها.
letters-wordings-moved = سمح المنظمون بأن تظهر الأسماء الموقِّعة على صيغ سابقة تحت الصيغة الحالية في صفحة الرسالة؛ أما هنا فيُعدّ كل اسم حيث وقّع.
letters-wordings-n = الصيغة { $n }
letters-wordings-stands = قائمة منذ { $from }.
letters-wordings-signed = { $n ->
    [zero] لا توقيعات.
    [one] توقيع واحد.
    [two] توقيعان.
    [few] { $n } توقيعات.
    [many] { $n } توقيعًا.
   *[other] { $n } توقيع.
}
letters-wordings-read = اقرأ الصيغة { $n }
letters-wordings-reason = سبب التغيير: { $reason }
letters-wordings-no-reason = لم يقل أحد سبب التغيير.
letters-wordings-differs = ما يختلف عن الصيغة السابقة
letters-wordings-same = لا كلمة منه في هذه اللغة.
letters-wordings-gone = حُذف:
letters-wordings-new = أُضيف:

# A field that people do not see
letters-trap-label = اترك هذا فارغًا

letters-names-all = كل الأسماء
letters-names-headline = من وقّع
letters-names-lead = من وقّعوا { $letter } واختاروا إظهار أسمائهم، بدءًا بأحدثهم.
letters-names-relation-label = صفتهم
letters-names-relation-all = الجميع
letters-names-country-all = كل البلدان
letters-names-show = اعرض هذه الأسماء
letters-names-none-yet = لا يُعرض هنا أحد بعد.
letters-names-none-here = لا يُعرض هنا أحد.
letters-names-none-looked = عدد الأسماء التي رُوجعت لهذه الصفحة: { $n }، وليس بينها واحد من هذه. وهناك أسماء أقدم منها.
letters-names-looked = عدد الأسماء التي رُوجعت لهذه الصفحة: { $n }. وهناك أسماء أقدم منها.
letters-names-pages = صفحات الأسماء
letters-names-newest = أحدث الأسماء
letters-names-older = أسماء أقدم
letters-names-further = ابحث أبعد من ذلك
letters-names-own = هل اسمك هنا ولا ينبغي أن يكون؟ الرابط الذي في بريدك يزيله فورًا. { $link }
letters-names-own-link = اطلب الرابط من جديد

letters-replies-title = { $n ->
    [one] ما كان الرد
    [two] ما كان الرد: ردان
    [few] ما كان الرد: { $n } ردود
    [many] ما كان الرد: { $n } ردًا
   *[other] ما كان الرد: { $n } رد
}
letters-press-title = للصحافة
letters-goal-ahead = الهدف التالي: { $n }
letters-goals = الأهداف
letters-press-replies = { $n ->
    [one] هناك رد واحد.
    [two] هناك ردّان.
    [few] هناك { $n } ردود.
    [many] هناك { $n } ردًا.
   *[other] هناك { $n } رد.
}

# The letter as a file to take away.
letters-file-to = إلى { $addressee }
letters-file-about = رسالة مفتوحة. الصياغة { $n } بتاريخ { $day }. توقَّع هنا: { $url }
letters-file-page = { $page } من { $pages }
letters-fundraisers = المال
