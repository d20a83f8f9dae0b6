# التصريحات: صفحة الصحافة، والرابط الخاص للرد، والمكتب.

statements-press-headline = للصحافة
statements-press-page-title = للصحافة: { $campaign }
statements-press-lead = أرقام يمكن التحقق منها، والرسالة، وسجل من سُئل وبماذا رد. عن { $campaign }.
statements-press-closed = تُفتح هذه الصفحة في { $moment }.
statements-press-closed-words = نرجو ألا يُنشر قبل ذلك شيء مما أرسلناه. أما الحملة نفسها فيمكن قراءتها: { $campaign }.
statements-numbers = الأرقام
statements-verified = كيف يُتحقق منها
statements-verified-words = لم يكتب أحد أعداد التوقيعات بيده: كل عدد يُحسب من التوقيعات المؤكدة، ويعيد البرنامج عدّها ليقارن بينها. وما أدخله المنظمون بأنفسهم، كمنظمة لم تقل كلمتها، يُذكر أنه منهم؛ ومستويات الأهداف من وضعهم. أما ما لا يستطيع أحد إثباته من هنا فهو أن صندوق البريد لمن ذُكر اسمه.
statements-count-json = الأرقام للبرامج (JSON)
statements-letter = الرسالة للتنزيل
statements-letter-pdf = ‏PDF، { $language }
statements-letter-text = نص بسيط، { $language }
statements-record = السجل
statements-record-words = تقف الردود كلمة بكلمة. ومن سُئل ولم يرد يُذكر مع عدد الأيام منذ ذلك.
statements-timeline = التسلسل الزمني
statements-timeline-published = نُشرت الرسالة { $letter }.
statements-timeline-version = تغيّرت صياغة { $letter }: الصياغة { $n }.
statements-timeline-reached = حتى ذلك الحين كان { $n } شخصًا قد أكدوا توقيعهم؛ وقد يكون بعضهم سحبه بعدها.
statements-timeline-opened = فُتحت هذه الصفحة للصحافة.
statements-pictures = الصور
statements-picture-credit = من { $credit }
statements-picture-licence = الترخيص: { $licence }
statements-picture-alt = وصف لمن لا يراها: { $alt }
statements-picture-download = تنزيل { $file }
statements-contact = للتواصل
statements-contact-none = لم يسمِّ المنظمون أحدًا للصحافة بعد.
statements-contact-name = الاسم
statements-contact-mail = البريد
statements-contact-phone = الهاتف
statements-own-headline = ردكم
statements-own-lead = تسأل { $group } { $whom }:
statements-own-done = نُشر ردكم كما أرسلتموه.
statements-own-done-later = حُفظ ردكم كما أرسلتموه، ويُنشر حين تُفتح صفحة الصحافة: { $moment }.
statements-own-replies = ما رددتم به
statements-own-reply = الرد
statements-own-further = رد إضافي
statements-own-words = يُنشر فورًا كلمة بكلمة مع تاريخ اليوم. ولا يستطيع أحد تغييره بعد ذلك؛ ويمكنكم إرسال رد آخر.
statements-own-words-later = يُنشر كلمة بكلمة مع تاريخ اليوم حين تُفتح صفحة الصحافة: { $moment }. ولا يستطيع أحد تغييره بعد إرساله؛ ويمكنكم إرسال رد آخر.
statements-own-field = كلماتكم
statements-own-most = { $most ->
    [one] حرف واحد على الأكثر. تبقى الأسطر كما هي.
   *[other] { $most } حرف على الأكثر. تبقى الأسطر كما هي.
}
statements-speaker = من يتحدث
statements-speaker-hint = الاسم والصفة كما يقفان تحت الرد. اتركه فارغًا للرد باسم من سُئل.
statements-own-button = انشر هذا الرد
statements-own-full = وصل عبر هذا الرابط كل ما يتسع له. لأكثر من ذلك اكتبوا إلى المنظمين.
statements-own-how = ماذا يحدث له
statements-own-place-top = يقف الرد كاملًا فوق الرسالة في صفحة الحملة وفي صفحة الصحافة.
statements-own-place-with-letter = يقف الرد كاملًا بعد الرسالة في صفحة الحملة وفي صفحة الصحافة.
statements-own-place-press-only = يقف الرد كاملًا في صفحة الصحافة؛ وتقول صفحة الحملة إنه موجود.
statements-own-unedited = اختار المنظمون هذا المكان مسبقًا؛ ومن الآن لا يمكن إلا أن يصير أبرز. ولا يحرر أحد كلماتكم.
statements-own-embargo = صفحة الصحافة مغلقة حتى { $moment }، ويمكن قراءة ما فيها منذ ذلك الحين. ولا يمكن إلا تقديم هذا الموعد.
statements-own-mailed = تحت الرد يقرأ الجميع أن هذا الرابط أُرسل بالبريد إلى عنوان في { $domain } يوم { $day }. ولا يُنشر من العنوان أكثر من ذلك.
statements-own-altogether = أقصى ما يصل عبر رابط واحد من الردود: { $replies }، ومجموع حروفها { $most } على الأكثر.
statements-own-hiding = يمكنهم إخفاء رد، كالمخالف للقانون مثلًا؛ وعندها تقول الصفحة ذلك وسببه.
statements-own-until = يصلح هذا الرابط حتى { $until }. ثم يُنسى عنوانكم وتبقى ردودكم.
statements-own-campaign = الحملة: { $campaign }
statements-gone-headline = هذا الرابط لا يؤدي إلى شيء
statements-gone-lead = قُطع الرابط أو انتهى وقته أو ألغاه المنظمون أو مُحي.
statements-gone-words = اطلبوا رابطًا جديدًا من المنظمين. أما الردود التي أُرسلت به فتبقى كما أُرسلت.
statements-mistakes = { $n ->
    [one] بقي أمر واحد يحتاج إلى تصحيح
    [two] بقي أمران يحتاجان إلى تصحيح
    [few] بقيت { $n } أمور تحتاج إلى تصحيح
    [many] بقي { $n } أمرًا يحتاج إلى تصحيح
   *[other] بقي { $n } أمر يحتاج إلى تصحيح
}
statements-too-many = وصل من شبكتكم الكثير دفعة واحدة
statements-too-many-words = { $seconds ->
    [one] لم يُنشر شيء. أعيدوا الإرسال بعد ثانية.
    [two] لم يُنشر شيء. أعيدوا الإرسال بعد ثانيتين.
    [few] لم يُنشر شيء. أعيدوا الإرسال بعد { $seconds } ثوانٍ.
   *[other] لم يُنشر شيء. أعيدوا الإرسال بعد { $seconds } ثانية.
}
statements-mail-subject = سؤال إلى { $whom } من { $group }
statements-mail-opening = تدير { $group } الحملة «{ $campaign }» وتسأل { $whom }: «{ $question }»
statements-mail-ask = خلف هذا الرابط يمكنكم الرد. ما ترسلونه يُنشر كما هو كلمة بكلمة ولا يحرره أحد. وفتح الرابط لا ينشر شيئًا.
statements-mail-button = اقرؤوا السؤال وردوا
statements-mail-closing = يصلح الرابط حتى { $until }. وهو لكم: من يملكه يستطيع الرد باسمكم.
statements-mail-why = تصلكم هذه الرسالة لأن { $group } أدخلت عنوانكم لطرح هذا السؤال. إن لم تتوقعوها فاتركوها: لا يحدث شيء.
statements-desk-headline = التصريحات: { $campaign }
statements-desk-one-headline = تصريح
statements-desk-words = من سُئل ومن رد ومن قال شيئًا علنًا. ويقرؤه الجميع في صفحة الصحافة:
statements-desk-press = صفحة الصحافة
statements-none = لا أحد في السجل بعد. ابدأ بسؤال: من سألت، وعمّ؟
statements-kind = ما هو
statements-kind-asked = سؤال
statements-kind-replied = رد
statements-kind-said = قيل علنًا
statements-whom = من
statements-whom-hint = من سُئل أو رد أو قاله.
statements-on = متى
statements-on-hint = اليوم هكذا 2018-09-10؛ أو 2018-09 أو 2018 إن لم يُعرف أكثر.
statements-how = كيف
statements-how-hint = ممن وبأي طريقة: من صحيفة متخصصة مثلًا، أو برسالة.
statements-words = ما قيل
statements-words-hint = ما سُئل أو قيل؛ والرد كلمة بكلمة. تبقى الأسطر كما هي.
statements-language = لغة الكلمات
statements-source-name = أين يمكن قراءته
statements-source-hint = الصحيفة أو الصفحة؛ وما قيل علنًا يحتاج إليها.
statements-source-url = عنوانه على الشبكة
statements-answers = يرد على
statements-answers-hint = إن كان ردًا: أي سؤال.
statements-answers-none = لا شيء من هذه
statements-from-files = في ملفات الحملة
statements-from-desk = أُدخل هنا
statements-from-link = أُرسل برابط خاص
statements-from-link-hidden = أُرسل برابط خاص، مخفي
statements-enter = أدخل تصريحًا
statements-enter-words = يصير علنيًا فور حفظه. وتُحسب مدة عدم الرد من يوم السؤال.
statements-enter-button = احفظ وانشر
statements-correct = صحّحه
statements-correct-button = احفظ التصحيح
statements-remove = أزله
statements-remove-words = يغادر صفحة الصحافة فورًا. ويبقى في سجلات المكتب أنه أُزيل.
statements-remove-button = أزل
statements-in-files = هو في ملفات الحملة (statements.toml): غيّره هناك واستوردها من جديد.
statements-hide = أخفِ هذا الرد
statements-hide-words = لا يستطيع أحد تغيير ما رُد به. يمكنك إخفاؤه؛ وعندها تقول الصفحة مكانه إنك تخفيه ولماذا.
statements-hidden = السبب، ليقرأه الجميع
statements-hidden-hint = 300 حرف على الأكثر.
statements-hide-button = أخفه واذكر السبب
statements-show = أظهر هذا الرد من جديد
statements-show-button = أظهره
statements-link = رابط خاص للرد
statements-link-words = يرد به من سُئل، ويقف الرد دون تحرير.
statements-link-place = وبعد إرسال رابط لا يمكن إلا رفع هذا المكان، ولا يمكن فرض حظر نشر ولا تمديده.
statements-link-sent = أُرسل { $when }، ويصلح حتى { $until }
statements-link-over = أُرسل { $when }، وانتهى منذ { $until }
statements-link-end = ألغِ هذا الرابط
statements-came-by = الرابط الذي وصل به
statements-came-by-words = من يملك الرابط يستطيع الرد به. إن وقع في أيدٍ أخرى فألغه؛ ويبقى ما رُد به، ويمكنك إرسال رابط جديد.
statements-email = عنوان من يُسأل
statements-email-hint = إليه يذهب الرابط؛ ويُنسى بعد نصف عام.
statements-link-language = لغة الرسالة
statements-link-button = أرسل الرابط
statements-back = كل التصريحات
statements-conflict = تغيّر في هذه الأثناء
statements-conflict-words = هكذا هو الآن. انظر إليه وأعد ذلك إن كنت لا تزال تريد.
statements-desk-done-entered = أُدخل ويقف في صفحة الصحافة.
statements-desk-done-removed = أُزيل.
statements-desk-done-corrected = حُفظ التصحيح.
statements-desk-done-hidden = أُخفي الرد، وتقول الصفحة لماذا.
statements-desk-done-shown = يظهر الرد من جديد.
statements-desk-done-linked = الرابط في الطريق.
statements-desk-done-link-ended = أُلغي الرابط: لا يرد به أحد بعد الآن. وما وصل به يبقى.
statements-fault-missing = هذا مطلوب.
statements-fault-too-long = { $most } حرفًا على الأكثر.
statements-fault-unprintable = فيه حرف لا يُرى. اكتبه من جديد.
statements-fault-unseen = { $all ->
    [one] في السطر { $line } حرف لا يُرى ({ $code }). وقد حُذف أدناه: انظر إلى النص وأرسله من جديد.
    [two] فيه حرفان لا يُريان، أولهما في السطر { $line } ({ $code }). وقد حُذفا أدناه: انظر إلى النص وأرسله من جديد.
    [few] فيه { $all } حروف لا تُرى، أولها في السطر { $line } ({ $code }). وقد حُذفت أدناه: انظر إلى النص وأرسله من جديد.
    [many] فيه { $all } حرفًا لا يُرى، أولها في السطر { $line } ({ $code }). وقد حُذفت أدناه: انظر إلى النص وأرسله من جديد.
   *[other] فيه { $all } حرف لا يُرى، أولها في السطر { $line } ({ $code }). وقد حُذفت أدناه: انظر إلى النص وأرسله من جديد.
}
statements-fault-kind = اختر واحدًا من الثلاثة.
statements-fault-day = ليس هذا يومًا. اكتبه هكذا 2018-09-10 أو 2018-09 أو 2018.
statements-fault-ahead = هذا اليوم لم يأت بعد. اكتب اليوم الذي كان فيه.
statements-fault-email = لا تصل رسالة إلى هذا العنوان. راجعه لعل فيه خطأ.
statements-fault-source = اذكر أين يمكن قراءته: ما قيل علنًا له مصدر.
statements-fault-url = ليس هذا عنوانًا على الشبكة. اكتبه كاملًا هكذا: https://example.org/page.
statements-fault-question = لم يعد هذا السؤال في السجل.
statements-fault-links = وصل إلى هذا العنوان اليوم أكبر عدد ممكن من الروابط. أرسله غدًا.
statements-fault-links-here = أرسلت هذه الحملة اليوم أكبر عدد ممكن من الروابط، وهو { $most }. أرسله غدًا.
