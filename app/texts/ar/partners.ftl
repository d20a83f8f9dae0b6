# الجهات الشريكة في حملة: صفحات المجموعة، وصفحات كل جهة، والصفحات العامة.

partners-term-who = تنظّم { $group } الحملة. وتحصل { $partner } على اسم وعنوان بريد من وضعوا علامة في خانة { $partner } عند التوقيع، أو وافقوا عليها لاحقًا في صفحتهم الخاصة، ولا أحد سواهم. ولا يُنقل أي عنوان بطريقة أخرى.
partners-term-shown = في الاستمارة وعلى الصفحة الخاصة بكل موقّع تظهر { $partner } بموقعها { $website } وصفحتها عن البيانات { $privacy }. وإذا غيّرت المجموعة شيئًا من ذلك قبلت { $partner } هذه الشروط من جديد قبل أن تُسلَّم أي أحد آخر؛ ومن وافق من قبل فقد وافق على الاسم الذي كان هناك.
partners-term-words = ما تقوله { $partner } عن البيانات كما يظهر هنا: { $words }
partners-term-what-for = تستعملها { $partner } لما تقوله الكلمات التي وُضعت العلامة بجانبها، ولا لشيء آخر. ويحمل الملف كلمات كل موافقة وصيغتها والصفحة والوقت والمصدر، ليمكن إظهارها.
partners-term-file = تُشفَّر الملفات بالمفتاح العام الذي تعطيه { $partner }. والنصف الآخر عند { $partner } وحدها، وهي تحفظ ما تفك تشفيره كما تحفظ بيانات أعضائها.
partners-term-ended = يمكن للموقّع سحب موافقته في أي وقت. تأخذ { $partner } ملفًا كل أسبوعين على الأقل، وتتوقف خلال ثلاثة أيام عن الكتابة إلى من يقول الملف إن رقمه انتهى، وتحذفه. ولذلك تحفظ الرقم بجانب كل عنوان.
partners-term-care = تتحمل { $partner } المسؤولية عما لديها وفق كلماتها هي عن البيانات، ورابطها بجانب خانتها وعلى الصفحة الخاصة بكل موقّع.
partners-term-end = يمكن لأي طرف إنهاء هذا في أي وقت بزر واحد ومن دون سبب. ومنذ تلك اللحظة لا يسأل النموذج عن { $partner }، ولا يُظهر هذا الدخول شيئًا، ولا يمكن أخذ شيء.
partners-term-after = في ذلك اليوم تنتهي في هذه الحملة كل موافقة أُعطيت لـ { $partner }، وتقول الصفحة الخاصة بكل موقّع ذلك. وما أخذته { $partner } من قبل يبقى عندها وفق كلماتها هي عن البيانات؛ ومنذ ذلك الحين لا تُبلَّغ هنا بمن يغيّر رأيه، فتضع في كل رسالة طريقة للخروج منها. وتحذف خلال ثلاثين يومًا ما لم تستعمله.

partners-terms = الشروط
partners-terms-lead = أنت مدعو لتكون جهتك شريكة في { $campaign }. هذه هي الشروط، وترى الموقّعين متى قُبلت.
partners-terms-anew = غيّرت المجموعة اسم جهتك في { $campaign } أو ما يقال عنها. سترى الموقّعين ثانية متى قبلت الشروط كما هي الآن.
partners-terms-read = هذه هي الشروط التي تشارك بها جهتك في { $campaign }؛ وقد قُبلت في { $when }. اقرأها قبل أن ترى الموقّعين.
partners-terms-read-button = قرأتها
partners-terms-key = أعطت المجموعة هذا المفتاح الذي ستُشفَّر به ملفاتكم. ومتى قبلتم لا يغيّره أحد سواكم:
partners-terms-accept = قبول هذه الشروط
partners-terms-accepted = قُبلت في { $when }، بهذه الكلمات:
partners-terms-changed = هذه الشروط ليست التي قرأتها
partners-terms-changed-words = تغيّرت في هذه الأثناء. لم يُقبل شيء؛ اقرأها كما هي الآن.
partners-decline = لا، شكرًا
partners-decline-words = عندئذ لا يسأل النموذج عن جهتك بعد الآن، وتُغلق هذه الصفحة.
partners-decline-button = رفض

partners-own-standing = { $n ->
    [0] لم يوافق أحد بعد على أن تكتبوا إليه.
    [one] يوافق شخص واحد على أن تكتبوا إليه.
    [two] يوافق شخصان على أن تكتبوا إليهما.
    [few] يوافق { $n } أشخاص على أن تكتبوا إليهم.
    [many] يوافق { $n } شخصًا على أن تكتبوا إليهم.
   *[other] يوافق { $n } شخص على أن تكتبوا إليهم.
}
partners-own-more = يوافق أكثر من { $n } شخص على أن تكتبوا إليهم.
partners-look = الحملة بهذا المظهر
partners-share = الحصة من العدد المشترك
partners-share-joint = العدد المشترك
partners-share-own = من مصادركم
partners-share-percent = { $percent } ٪ منه
partners-share-words = حتى { $when }. يُحسب كل شخص مرة واحدة، بالمصدر الذي وقّع به أولًا، مهما كان عدد الجهات التي جاءت به.
partners-source = المصدر
partners-signatures = التوقيعات

partners-files = الملفات
partners-files-words = يحتوي كل ملف على الجديد منذ الملف السابق: من وافق، ومن صحّح اسمه، ومن سحب موافقته بالرقم وحده. وهو مشفَّر بمفتاحكم؛ افتحوه بالأمر «age -d -i key.txt file.csv.age». وإذا بدأت خانة بـ = أو + أو @ أو بعلامة ناقص وُضعت قبلها فاصلة عليا كي لا يحسبها أي جدول: احذفها قبل أن تكتب إلى العنوان.
partners-files-no-key = أعطوا مفتاحكم أدناه أولًا: من دونه لا شيء يُشفَّر به.
partners-files-under-way = يجري إعداد ملف. حمّل هذه الصفحة مجددًا بعد قليل.
partners-files-button = طلب الجديد
partners-files-whole-button = طلب الجميع من جديد
partners-file = الملف
partners-file-number = الملف { $n }
partners-file-gathering = قيد الإعداد
partners-file-whole = الجميع
partners-file-asked = طُلب
partners-file-given = جديد
partners-file-changed = مصحَّح
partners-file-ended = منتهٍ

partners-key = المفتاح
partners-key-label = المفتاح العام لبرنامج age
partners-key-hint = يصنع الأمر «age-keygen -o key.txt» زوجًا. يوضع هنا السطر الذي يسميه المفتاح العام (public key)، ويبقى الملف عند الجهة الشريكة.
partners-key-button = حفظ هذا المفتاح
partners-key-given = أُعطي
partners-key-none = لا شيء بعد
partners-key-error = هذا ليس مفتاحًا عامًا لبرنامج age. يبدأ بـ age1 ويشبه { $example }
partners-key-example = هذا هو المثال، ونصفه الآخر ليس لك. أنشئ زوجًا بالأمر age-keygen والصق مفتاحه العام.
partners-key-secret = هذا مفتاح سري لا يجوز أن يكون عند أحد غيركم: لم يُحفظ. اصنعوا زوجًا جديدًا بـ age-keygen والصقوا هنا المفتاح العام، وهو يشبه { $example }

partners-signers = من وافق
partners-signers-none = لا أحد بعد. أظهروا الحملة لأهلكم بمظهركم: من يوقّع هناك يجد خانتكم في النموذج، بلا علامة كما في كل مكان.
partners-signer = الاسم
partners-address = العنوان
partners-agreed = وافق
partners-older = من سبقهم

partners-end = إنهاء الشراكة
partners-end-own-words = يتوقف النموذج عن السؤال عنكم، وتنتهي اليوم كل موافقة أُعطيت لكم في هذه الحملة، وتُغلق هذه الصفحة فورًا. وما أخذتموه يبقى عندكم وفق الشروط التي قبلتموها.
partners-end-group-words = يتوقف النموذج عن السؤال عن هذه الجهة، وتنتهي اليوم كل موافقة أُعطيت لها في هذه الحملة، ولا يفتح دخولها شيئًا منذ النقرة التالية. وما أخذته من قبل يبقى عندها وفق الشروط التي قبلتها، وتقول الصفحة الخاصة بكل موقّع ذلك.
partners-end-count = { $n ->
    [0] لم يوافق أحد، فلا تنتهي معها أي موافقة.
    [one] تنتهي معها موافقة واحدة نهائيًا.
    [two] تنتهي معها موافقتان نهائيًا.
    [few] تنتهي معها { $n } موافقات نهائيًا.
    [many] تنتهي معها { $n } موافقة نهائيًا.
   *[other] تنتهي معها { $n } موافقة نهائيًا.
}
partners-end-more = تنتهي معها أكثر من { $n } موافقة نهائيًا.
partners-end-leave = اتركها كما هي
partners-end-button = إنهاؤها الآن

partners-conflict = حفظ شخص آخر هذه الحملة في هذه الأثناء
partners-conflict-words = لم يُحفظ شيء مما أرسلته. ما كتبته موجود أدناه؛ أرسله مجددًا إن كان لا يزال مناسبًا.
partners-done-accepted = قُبلت الشروط. أعطوا مفتاحكم واطلبوا الملف الأول.
partners-done-key = حُفظ المفتاح، وتُشفَّر الملفات به من الآن.
partners-done-asked = يجري إعداد الملف. حمّل هذه الصفحة مجددًا بعد قليل.
partners-done-read = قرأتَ الشروط.
partners-done-removed = أُخرج: لا يُفتح له هنا شيء منذ النقرة التالية.
partners-done-withdrawn = سُحبت الدعوة، ولم يعد رابطها يفتح شيئًا.
partners-done-saved = حُفظ.
partners-done-invited = الدعوة في طريقها.
partners-done-ended = انتهت الشراكة.

partners-headline = الجهات الشريكة
partners-desk-words = جهات يجوز لها أن تكتب إلى من يوافق على كل منها من الموقّعين. لكل جهة خانة في النموذج، وصفحة للحملة بمظهرها، ودخول يُظهر موقّعيها وحدهم.
partners-none = لا توجد جهة شريكة بعد.
partners-partner = الجهة الشريكة
partners-state = حالها
partners-state-none = لم تُدعَ. خانتها في النموذج ولا يُنقل شيء.
partners-state-invited = دُعيت في { $when }؛ ولم تُقبل الشروط بعد. تطلب الاستمارة الموافقة منذ الآن، ومن يوافق الآن يُسلَّم إليها عندما تُقبل.
partners-state-accepted = تشارك منذ { $when }.
partners-state-ended-group = أنهتها المجموعة في { $when }.
partners-state-ended-partner = أنهتها الجهة الشريكة في { $when }.
partners-waits = اسمها أو موقعها أو ما تقوله عن البيانات ليس ما قبلته. وحتى تقبله أيضًا لا ترى أحدًا ولا تأخذ ملفًا.
partners-accepted-words = قبلت الشروط، ومنذ ذلك الحين مفتاحها لها وحدها. وإذا غيّرت اسمها أو موقعها أو صفحتها أو كلماتها عن البيانات فعليها أن تقبل ذلك قبل أن ترى أحدًا ثانية؛ ومن وافق من قبل فقد وافق على الاسم الذي كان هناك.
partners-new = إضافة جهة شريكة
partners-change = تغيير كلماتها وشعارها
partners-website = الموقع
partners-privacy = صفحتها عن البيانات
partners-consent = الكلمات بجانب خانتها
partners-invite = دعوة
partners-invite-words = من يصله الرابط يدخل باسم هذه الجهة: يرى الشروط، ومتى قُبلت يرى موقّعيها، ولا يرى أبدًا شيئًا آخر من المكتب.
partners-invite-email = عنوان البريد
partners-invite-button = إرسال الدعوة
partners-mails-wait = لم يُضبط خادم بريد، فتنتظر الدعوة حتى يُضبط.
partners-people = من يدخل باسمها
partners-people-none = لا أحد بعد.
partners-people-own = من يدخل باسمكم
partners-seat-removal = إخراج
partners-seat-removal-of = إخراج { $email }
partners-seat-removal-words = من يُخرَج لا يرى هنا شيئًا منذ النقرة التالية، ويُقطع أي تنزيل جارٍ. وتبقى الشراكة قائمة.
partners-invitations = مدعوون لم يدخلوا بعد
partners-invitation-until = حتى { $when }
partners-invitation-withdrawal = سحب
partners-invitation-withdrawal-of = سحب دعوة { $email }
partners-history = من قبل
partners-back = كل الجهات الشريكة

partners-field-name = الاسم
partners-field-slug = الكلمة في عناوينها
partners-field-slug-hint = أحرف لاتينية صغيرة وأرقام وشرطات، مثل green-future. لا يمكن تغييرها لاحقًا.
partners-field-consent-hint = بكلماتكم: ماذا يصل إلى من ولأي غرض. من يوافق يوافق على هذه الكلمات بعينها.
partners-field-privacy-text = ما تقوله عن البيانات
partners-field-privacy-text-hint = يجوز أن يبقى فارغًا: عندئذ يوضع رابط صفحتها.
partners-field-logo = الشعار
partners-field-logo-hint = إحدى صور الحملة.
partners-logo-none = بلا شعار
partners-field-signal = لون صفحتها
partners-field-signal-hint = ستة أرقام بعد #، مثل #1d6b3a؛ وفارغ للون الحملة.
partners-save = حفظ
partners-leave = اتركه كما كان
partners-others = لا يتفق مع بقية الحملة
partners-mistakes = { $n ->
    [one] هناك شيء ناقص أو خطأ
    [two] هناك شيئان ناقصان أو خطأ
    [few] هناك { $n } أشياء ناقصة أو خطأ
    [many] هناك { $n } شيئًا ناقصًا أو خطأ
   *[other] هناك { $n } شيء ناقص أو خطأ
}
partners-too-many = للحملة اثنتا عشرة جهة شريكة على الأكثر، مع حساب التي لم تعد تشارك. لإفساح مكان صدّر الحملة واحذف جهة من ملفاتها ثم استوردها.
partners-fault-missing = املأ هذا.
partners-fault-too-long = { $most } حرفًا على الأكثر؛ اختصره.
partners-fault-unprintable = فيه علامة لا يمكن طباعتها؛ اكتبه من جديد.
partners-fault-slug = استعمل أحرفًا لاتينية صغيرة وأرقامًا وشرطات مفردة، مثل green-future.
partners-fault-slug-taken = لجهة أخرى هذه الكلمة.
partners-fault-url = اكتب العنوان كاملًا، مثل https://example.org/privacy.
partners-fault-colour = اكتب ستة أرقام بعد #، مثل #1d6b3a، بلون داكن يكفي ليُقرأ على ورق فاتح.
partners-fault-logo = اختر إحدى صور الحملة.

partners-privacy-headline = { $partner } وبياناتك
partners-privacy-lead = { $partner } جهة شريكة في هذه الحملة. لا تحصل على اسمك وعنوان بريدك إلا إذا وضعت علامة في خانتها عند التوقيع.
partners-privacy-more = صفحتها هي عن البيانات
partners-privacy-words-title = على ماذا توافق
partners-privacy-back-title = سحب الموافقة
partners-privacy-back-words = رابطك الخاص، الذي جاء في رسالة التأكيد، يُظهر ما وافقت عليه وينهيه بزر. ويبقى توقيعك.
partners-privacy-back-ended = لم يعد أحد يوافق عليها، ورابطك الخاص يُظهر ما وافقت عليه ومتى انتهى.
partners-privacy-links = أرسلوا لي رابطي مجددًا
partners-privacy-ended = لم تعد تشارك منذ { $when }. وما حصلت عليه من قبل يسري عليه ما تقوله هي؛ توجّه إليها مباشرة.

partners-mail-subject = لم تعد { $partner } مشاركة في «{ $campaign }»
partners-mail-left = { $name }، أنهت { $partner } مشاركتها في «{ $campaign }» في { $moment }.
partners-mail-declined = { $name }، لم تقبل { $partner } شروط «{ $campaign }»، ولا مشاركة لها فيها منذ { $moment }.
partners-mail-left-follows = غابت خانتها عن النموذج، ولا يفتح دخولها شيئًا، وانتهت في ذلك اليوم كل موافقة أُعطيت لها. وتبقى التوقيعات، ويبقى ما يُعدّ بمصدرها. ويمكنكم دعوتها من جديد.
partners-mail-left-button = { $partner } في مكتب العمل
partners-mail-left-why = تصلك هذه الرسالة لأنك تعمل في هذه الحملة مع { $group }. وهي تُرسل مرة واحدة.
partners-mail-ended = { $name }، أنهت { $group } مشاركة { $partner } في «{ $campaign }» في { $moment }.
partners-mail-ended-follows = لم يعد دخولكم يفتح شيئًا منها، وانتهت في ذلك اليوم كل موافقة أُعطيت لـ { $partner }. وما أخذتموه من قبل يبقى عندكم وفق كلماتكم عن البيانات: اتركوا لكل من تكتبون إليه طريقة للخروج، واحذفوا خلال ثلاثين يومًا ما لا تستعملونه.
partners-mail-ended-button = ما يقرؤه الموقّعون عنها الآن
partners-mail-ended-why = تصلك هذه الرسالة لأنك كنت تدخل باسم { $partner } في هذه الحملة مع { $group }. وهي تُرسل مرة واحدة.
