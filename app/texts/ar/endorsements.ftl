# منظمات تؤيد: النموذج، وصفحة من يتحدث باسمها، والرسائل، والطابور في المكتب.

endorsements-form-headline = أيّدوا باسم منظمتكم
endorsements-form-lead = يقف اسم منظمتكم تحت { $letter } بعد إثباته والنظر فيه.
endorsements-organisation = المنظمة
endorsements-office = الفرع أو المكتب
endorsements-office-hint = إن كان المؤيد جزءًا منها فقط: فرع محلي أو قسم. وإلا فاتركه فارغًا.
endorsements-kind = ما هي
endorsements-kind-organisation = منظمة: جمعية أو نقابة أو هيئة خيرية
endorsements-kind-company = شركة
endorsements-kind-public-body = هيئة عامة
endorsements-website = موقعها
endorsements-website-hint = في نطاقها الخاص: به تثبت لاحقًا أنه لكم.
endorsements-comment = جملة تقف بجانب الاسم
endorsements-comment-hint = 300 حرف على الأكثر.
endorsements-name = اسمك
endorsements-role = صفتك فيها
endorsements-role-hint = الرئاسة أو الأمانة أو المكتب الصحفي مثلًا.
endorsements-email = بريدك الإلكتروني
endorsements-email-hint = إليه يصل رابطك الخاص. ولا يظهر لأحد.
endorsements-send = أيّد
endorsements-closed = لم تعد هذه الرسالة تستقبل أسماء.
endorsements-how = ما الذي يلي
endorsements-how-mail = تصلك رسالة فيها رابط خاص.
endorsements-how-proof = هناك تثبت عبر النطاق أنك تتحدث باسم المنظمة.
endorsements-how-look = تنظر { $group } فيه، ثم يقف في الصفحة مع طريقة إثباته.
endorsements-how-private = لا يرى اسمك وصفتك وعنوانك إلا المنظمون.
endorsements-mistakes = { PLURAL($n) ->
    [one] بقي أمر واحد يحتاج إلى تصحيح
    [two] بقي أمران يحتاجان إلى تصحيح
    [few] بقيت { $n } أمور تحتاج إلى تصحيح
    [many] بقي { $n } أمرًا يحتاج إلى تصحيح
   *[other] بقي { $n } أمر يحتاج إلى تصحيح
}
endorsements-too-many = وصل من شبكتك الكثير دفعة واحدة
endorsements-too-many-words = { PLURAL($seconds) ->
    [one] لم يُحفظ شيء. أعد الإرسال بعد ثانية.
    [two] لم يُحفظ شيء. أعد الإرسال بعد ثانيتين.
    [few] لم يُحفظ شيء. أعد الإرسال بعد { $seconds } ثوانٍ.
   *[other] لم يُحفظ شيء. أعد الإرسال بعد { $seconds } ثانية.
}
endorsements-fault-missing = هذا مطلوب.
endorsements-fault-too-long = { $most } حرفًا على الأكثر.
endorsements-fault-unprintable = فيه سطر جديد أو حرف لا يُرى. اكتبه من جديد.
endorsements-fault-link = لا يكون في الاسم عنوان موقع.
endorsements-fault-email = لا تصل رسالة إلى هذا العنوان. راجعه لعل فيه خطأ.
endorsements-fault-kind = اختر واحدة من الثلاث.
endorsements-fault-website = ليس هذا موقعًا يستطيع الجميع فتحه. اكتبه هكذا: www.example.org.
endorsements-fault-free-mail = يستطيع أي أحد أن يملك عنوانًا عند هذا المزوّد، فهو لا يثبت شيئًا. اكتب عنوانًا في نطاق المنظمة نفسها.
endorsements-fault-other-domain = هذا العنوان في نطاق غير نطاق الموقع.
endorsements-inbox-headline = راجع بريدك
endorsements-inbox-lead = الرابط هناك يؤدي إلى صفحة منظمتكم.
endorsements-inbox-words = أرسلنا رسالة عن { $letter } إلى العنوان الذي كتبته. لا شيء في الصفحة بعد.
endorsements-inbox-days = { PLURAL($days) ->
    [one] ما لا يُثبت خلال يوم يُحذف.
    [two] ما لا يُثبت خلال يومين يُحذف.
    [few] ما لا يُثبت خلال { $days } أيام يُحذف.
   *[other] ما لا يُثبت خلال { $days } يومًا يُحذف.
}

endorsements-own-headline = تأييد منظمتكم
endorsements-lead-unproved = أثبت الآن أنك تتحدث باسم المنظمة.
endorsements-lead-unproved-again = صار في نطاق آخر: أثبته هو أيضًا. وتُظهر الصفحة ما اعتُمد من قبل.
endorsements-lead-waiting = ثبت. والآن ينظر فيه المنظمون.
endorsements-lead-waiting-again = ينظر المنظمون في ما صححته. وتُظهر الصفحة ما اعتُمد من قبل.
endorsements-lead-approved = هو في الصفحة.
endorsements-lead-refused = لم يعتمده المنظمون كما هو. صححه فينظروا فيه ثانية.
endorsements-lead-ended = انتهى هذا التأييد، ولا شيء منه في الصفحة.
endorsements-reason = كتبوا:
endorsements-fact-letter = الرسالة
endorsements-fact-officer = يتحدث باسمها
endorsements-fact-email = البريد
endorsements-fact-comment = الجملة
endorsements-fact-proof = الإثبات
endorsements-fact-sent = أُرسل
endorsements-proved-on = { $how }، { $when }
endorsements-ways = أثبته
endorsements-ways-words = من يستطيع هذا يتحدث باسم { $domain }.
endorsements-way-mail = بالبريد
endorsements-way-mail-email = عنوان في هذا النطاق
endorsements-way-mail-hint = تصل إليه رسالة فيها زر. وإن كان هو العنوان الذي كتبته من قبل كفى هذا الزر.
endorsements-way-mail-button = أثبت بهذا العنوان
endorsements-way-mail-free = يستطيع أي أحد أن يملك عنوانًا في { $domain }، فلا تثبت الرسالة هنا شيئًا.
endorsements-way-mailed = تنتظر رسالة عند { $email }. وهي تثبت النطاق حين يُضغط زرها.
endorsements-correct = صححه
endorsements-correct-words = ينظر المنظمون فيه ثانية قبل أن تتغير الصفحة.
endorsements-correct-button = احفظ
endorsements-end = أنهِه
endorsements-end-words = يغادر الصفحة فورًا ولا يعود.
endorsements-end-button = أنهِ هذا التأييد
endorsements-earlier = هناك تأييد سابق
endorsements-earlier-words = تُظهر الصفحة تأييدًا للمنظمة نفسها. يحل تأييدك محله حين يُعتمد. ويمكنك أيضًا إنهاء ذاك الآن.
endorsements-earlier-button = أنهِ السابق
endorsements-conflict = تغيّر في هذه الأثناء
endorsements-conflict-words = حفظ أحد في نافذة أخرى. في الأعلى ما هو محفوظ، وفي الأسفل ما كتبته. احفظ ثانية ليبقى ما كتبته.
endorsements-done-proved = ثبت.
endorsements-done-mailed = الرسالة في الطريق.
endorsements-done-corrected = حُفظ.
endorsements-done-ended = انتهى.
endorsements-done-earlier-ended = انتهى التأييد السابق.

endorsements-proof-headline = أثبت تأييدًا
endorsements-proof-lead = يقول أحدهم إن { $organisation } تؤيد هذه الرسالة. أهو كذلك؟
endorsements-proof-button = نعم، { $domain } يؤيدها
endorsements-proof-else = وإلا فأغلق هذه الصفحة، ولا يحدث شيء.
endorsements-proof-done = شكرًا. ثبت أن { $organisation } تؤيدها، وينظر فيه المنظمون الآن.
endorsements-proof-gone = انتهت صلاحية هذا الرابط أو قُطع في الطريق. يستطيع من طلبه أن يرسل غيره.
endorsements-gone-headline = لا شيء خلف هذا الرابط
endorsements-gone-lead = لم يعد التأييد موجودًا، أو قُطع الرابط في الطريق.
endorsements-gone-words = انسخ الرابط كله من الرسالة. وإن لم يُثبت في وقته فأيّد من جديد.

endorsements-mail-link-subject = تأييدك «{ $letter }»
endorsements-mail-link-opening = مرحبًا { $name }، ستؤيد { $organisation } «{ $letter }». لا شيء في الصفحة بعد.
endorsements-mail-link-ask = افتح هذه الصفحة لتثبت أنك تتحدث باسمها:
endorsements-mail-link-button = إلى التأييد
endorsements-mail-link-closing = إن لم ترسل شيئًا فلا تفعل شيئًا: يُحذف من تلقاء نفسه.
endorsements-mail-proof-subject = هل تؤيد { $organisation } «{ $letter }»؟
endorsements-mail-proof-opening = يقول { $name } إن { $organisation } تؤيد «{ $letter }»، وذكر عنوانًا في { $domain } لإثبات ذلك.
endorsements-mail-proof-ask = إن كان كذلك فقله هنا:
endorsements-mail-proof-button = انظر فيه
endorsements-mail-proof-closing = وإن لم يكن فلا تفعل شيئًا.
endorsements-mail-approved-subject = { $organisation } تقف تحت «{ $letter }»
endorsements-mail-approved-opening = مرحبًا { $name }، اعتمده المنظمون: { $organisation } في صفحة «{ $letter }».
endorsements-mail-approved-ask = يمكنك تصحيحه أو إنهاؤه هنا:
endorsements-mail-approved-closing = احتفظ بهذه الرسالة: رابطها طريق العودة.
endorsements-mail-refused-subject = عن تأييد { $organisation }
endorsements-mail-refused-opening = مرحبًا { $name }، لم يعتمد المنظمون تأييد { $organisation } «{ $letter }». كتبوا: { $reason }
endorsements-mail-refused-ask = يمكنك تصحيحه هنا فينظروا فيه ثانية:
endorsements-mail-refused-closing = وإن كنت راضيًا بذلك فلا تفعل شيئًا.
endorsements-mail-why = يصلك هذا لأن هذا العنوان أُعطي إلى { $group } من أجل تأييد.
endorsements-mail-why-proof = يصلك هذا لأن أحدهم ذكر هذا العنوان عند { $group } على أنه من عناوين { $organisation }.

endorsements-desk-headline = تأييدات «{ $campaign }»
endorsements-none = لم تؤيد أي منظمة بعد. والنموذج مرتبط من صفحة الرسالة.
endorsements-changed = تغيّر
endorsements-state-waiting = ينتظر من ينظر فيه
endorsements-state-approved = معتمد
endorsements-state-unproved = لم يُثبت بعد
endorsements-state-refused = لم يُعتمد
endorsements-state-ended = انتهى
endorsements-enter = سجّلوا واحدًا
endorsements-enter-words = لمنظمة قالت ذلك في مكان آخر. تقول الصفحة إنكم أنتم من سجّله ولا يثبته شيء غير ذلك.
endorsements-enter-button = سجّله
endorsements-desk-done-entered = سُجّل، وهو في الصفحة.
endorsements-desk-done-approved = اعتُمد، وتصل رسالة إلى من يتحدث باسمها.
endorsements-desk-done-refused = لم يُعتمد، ويصل سببك إلى من يتحدث باسمها.
endorsements-desk-done-ended = لم يعد في الصفحة.
endorsements-on-the-page = تُظهر الصفحة:
endorsements-approve = اعتماد
endorsements-approve-words = يقف في الصفحة كما تراه هنا.
endorsements-approve-takes-over = يقف في الصفحة كما تراه هنا، مكان السابق من الفرع نفسه.
endorsements-approve-button = ضعه في الصفحة
endorsements-refuse = رفض
endorsements-refuse-reason = السبب
endorsements-refuse-hint = تصل هذه الكلمات بالبريد إلى من يتحدث باسمها.
endorsements-refuse-button = ارفضه
endorsements-take-off = أزله من الصفحة
endorsements-take-off-words = ينتهي فورًا.
endorsements-take-off-button = أنهِه
endorsements-back = إلى كل التأييدات
endorsements-desk-conflict-words = غيّره أحد منذ فتحت هذه الصفحة. وهكذا هو الآن.

endorsements-way-dns = بسجلات DNS
endorsements-way-dns-words = اطلب إضافة هذا السجل النصي إلى النطاق:
endorsements-way-dns-name = اسم السجل
endorsements-way-dns-text = النص (TXT)
endorsements-way-dns-button = ابحث عن السجل
endorsements-way-web = بالموقع
endorsements-way-web-words = اطلب وضع ملف نصي هناك فيه هذا السطر:
endorsements-way-web-url = العنوان
endorsements-way-web-text = السطر
endorsements-way-web-button = ابحث عن الملف
endorsements-way-outside = يسأل الضغط على الزر خادم أسماء المنظمة أو موقعها ولا أحد سواهما. وبعد الإثبات يمكن إزالة السجل والملف.
endorsements-seeking = يستغرق الأمر أطول من المعتاد. نواصل البحث ربع ساعة على الأكثر.
endorsements-seeking-look = انظر أين وصل
endorsements-done-sought = نواصل البحث من دونك.
endorsements-found-nothing = ليس هناك بعد. قد يحتاج السجل الجديد ساعة ليظهر في كل مكان.
endorsements-found-other = هناك شيء، وهو يقول غير ذلك. قارنه حرفًا حرفًا.
endorsements-found-silent = لم يجب أحد هناك في الوقت. حاول لاحقًا أو اختر طريقة أخرى.
endorsements-found-inside = يؤدي الاسم إلى عنوان خاص أو إلى نطاق آخر، ولا ننظر هناك.

endorsements-logo = الشعار
endorsements-logo-words = يقف الشعار فوق الاسم. ويُرسم هنا من جديد، ولا يُحفظ شيء آخر من الملف.
endorsements-logo-file = الصورة
endorsements-logo-hint = PNG أو JPEG أو WebP، بحجم 1 ميغابايت و4000 بكسل لكل ضلع على الأكثر. ينظر فيه المنظمون قبل أن تُظهره الصفحة.
endorsements-logo-alt = ما الذي يُظهره
endorsements-logo-alt-hint = لمن لا يراه. اتركه فارغًا إن لم يُظهر إلا الاسم، فهو بجانبه.
endorsements-logo-button = أرسل الشعار
endorsements-logo-remove = أزل الشعار
endorsements-done-pictured = حُفظ الشعار.
endorsements-logo-missing = اختر صورة.
endorsements-logo-too-many-bytes = في هذا الملف أكثر من 1 ميغابايت. صغّره.
endorsements-logo-too-large = في أحد أضلاع هذه الصورة أكثر من 4000 بكسل. صغّرها.
endorsements-logo-other-kind = ليس هذا PNG ولا JPEG ولا WebP. احفظ الشعار بأحدها؛ وملف SVG بصيغة PNG.
endorsements-logo-broken = لا يمكن قراءة هذا الملف صورةً. احفظه من جديد.
