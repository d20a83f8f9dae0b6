# ما بعد الاستمارة: صندوق البريد، والصفحة الخاصة بالموقّع، والرسائل البريدية.

signatures-inbox-headline = افتح بريدك
signatures-inbox-lead = بالرابط الذي فيه يُحسب توقيعك.
signatures-inbox-words = أرسلنا بريدًا بشأن { $letter } إلى العنوان الذي كتبته. افتحه واتبع الرابط واضغط الزر.
signatures-inbox-days = { PLURAL($days) ->
    [one] يعمل الرابط يومًا واحدًا.
    [two] يعمل الرابط يومين.
    [few] يعمل الرابط { $days } أيام.
    [many] يعمل الرابط { $days } يومًا.
   *[other] يعمل الرابط { $days } يوم.
}
signatures-inbox-nothing-title = لم يصل شيء؟
signatures-inbox-nothing-words = قد يتأخر البريد بضع دقائق، وقد يقع بين الرسائل غير المرغوبة. إن لم يصل فاطلب الرابط مرة أخرى.
signatures-inbox-again = إن كان لذلك العنوان توقيع ينتظر فرابطه في الطريق.

signatures-new-link-headline = اطلب رابطًا جديدًا
signatures-new-link-lead = اكتب العنوان الذي وقّعت به. إن كان له توقيع فسيصل رابطه بالبريد.
signatures-new-link-button = أرسلوه مرة أخرى
signatures-new-link-words = لا نقول في أي صفحة هل وقّع عنوان ما. البريد يخبر صاحبه وحده.
signatures-new-link-too-many = لم يُرسل: الكثير دفعة واحدة
signatures-new-link-again-at = طُلبت روابط كثيرة من شبكتك الآن. حاول مرة أخرى بعد عدد من الثواني: { $seconds }.

signatures-fact-name = الاسم
signatures-fact-letter = الرسالة
signatures-fact-version = الصيغة { $version }، ولغة التوقيع: { $language }
signatures-fact-relation = صفتي
signatures-fact-place = المكان
signatures-fact-comment = السبب
signatures-fact-public = في الصفحة
signatures-fact-public-yes = الاسم ظاهر.
signatures-fact-public-no = الاسم غير ظاهر، والتوقيع محسوب على كل حال.
signatures-fact-kept-off = المنظمون لا يُظهرون الاسم في الصفحة؛ والتوقيع معدود على كل حال.

signatures-waiting-headline = ضغطة واحدة ويُحسب
signatures-waiting-lead = هذا ما توقّع عليه. لا شيء يُحسب قبل أن تضغط الزر.
signatures-confirm-button = نعم، أوقّع
signatures-waiting-sent = أُرسل من الاستمارة في { $when }.
signatures-waiting-until = يعمل الرابط حتى { $until }.
signatures-not-me-title = لست أنت؟
signatures-not-me-words = ربما كتب أحدهم عنوانك خطأً. احذفه هنا، ولن يكون شيء قد وُقّع.
signatures-not-me-button = لست أنا: احذفوا هذا

signatures-stamp = وُقّع
signatures-confirmed-headline = لقد وقّعت
signatures-confirmed-just-now = شكرًا لك. يُحسب توقيعك خلال لحظات. وحين يبدو شيء زائفًا فقط ينظر فيه أحد قبل أن يُحسب.
signatures-confirmed-lead = وقّعت في { $when }.
signatures-to-the-letter = إلى الرسالة
signatures-confirmed-next = احتفظ بالبريد: رابطه يعيدك إلى هنا لترى توقيعك أو تصحّحه أو تسحبه. ثم أرِ الرسالة لشخص آخر.
signatures-name-changed = صُحّح الاسم.
signatures-name-shown = يمكن الآن أن يظهر اسمك في الصفحة.
signatures-name-hidden = لم يعد اسمك ظاهرًا في الصفحة. وما زال توقيعك محسوبًا.
signatures-name-wished = سُجّلت رغبتك. المنظمون لا يُظهرون اسمك في الصفحة؛ وإن أظهروه ثانية سرى ما اخترته.

signatures-already-headline = لقد وقّعت من قبل
signatures-already-lead = وُقّعت الرسالة من صندوق البريد هذا في { $when }. ذلك التوقيع محسوب مرة واحدة.

signatures-held-headline = نحن ننظر فيه
signatures-held-lead = لقد أكّدت. ينظر المنظّمون في هذا التوقيع قبل أن يُحسب، وليس عليك فعل شيء.
signatures-invalidated-headline = غير محسوب
signatures-invalidated-lead = أزال المنظّمون هذا التوقيع من الرسالة.
signatures-invalidated-words = ليس ضمن العدد، واسمك ليس في الصفحة. إن كان في ذلك خطأ فاكتب إلى المنظمين: يمكنهم إعادته. ويمكنك سحبه، وأن تحصل على ما يُحفظ عنك أو تمحوه.

signatures-name-title = تصحيح الاسم
signatures-name-label = الاسم كما ينبغي أن يُقرأ
signatures-name-hint = يحل محل الاسم السابق حيثما ظهر.
signatures-name-button = صحّحه
signatures-visibility-title = إظهار الاسم أو إخفاؤه
signatures-visibility-shown = يمكن أن يظهر اسمك في الصفحة.
signatures-visibility-hidden = اسمك غير ظاهر في الصفحة.
signatures-visibility-kept-off = المنظمون لا يُظهرون اسمك في الصفحة مهما اخترت هنا. وإن أظهروه ثانية سرى اختيارك.
signatures-hide-button = أخفوا اسمي
signatures-show-button = أظهروا اسمي
signatures-consent-title = { $partner } وعنوانك
signatures-consent-words = وافقتَ على أن تحصل { $partner } على اسمك وعنوانك. يمكنك إنهاء ذلك هنا في أي وقت: ومن حينها لا يُنقل شيء بعد ذلك، أيًا كانت رسالة هذه الحملة التي وافقت معها. ويبقى توقيعك محسوبًا، ويمكنك الموافقة هنا مرة أخرى.
signatures-consent-button = أنهِ موافقتي لـ { $partner }
signatures-agreed = أنت موافق الآن. ويمكنك إنهاء ذلك هنا في أي وقت.
signatures-offers-title = من يجوز له أيضًا أن يكتب إليك
signatures-offers-words = هذا اختياري، ولكل جهة على حدة: توقيعك محسوب في الحالتين، ويمكنك إنهاء ذلك هنا في أي وقت.
signatures-offer-button = أوافق: { $partner }
signatures-consent-ended = انتهى. من الآن لا يُنقل إلى هناك شيء.
signatures-consent-ended-on = أنهيتَ هذا في { $when }.
signatures-withdrawal-title = سحب التوقيع
signatures-withdrawal-words = يخرج اسمك من الرسالة وينقص العدد واحدًا في الحال. لا يمكن التراجع عن ذلك، لكن يمكنك التوقيع من جديد.
signatures-withdrawal-button = اسحبوا توقيعي

signatures-deleted-headline = حُذف
signatures-deleted-lead = لم يُوقّع شيء، وما كُتب مع عنوانك قد زال.
signatures-read-letter = ما زالت الرسالة متاحة للقراءة: { $letter }.
signatures-withdrawn-headline = سُحب التوقيع
signatures-withdrawn-just-now = خرج توقيعك من الرسالة ولم يعد محسوبًا.
signatures-withdrawn-lead = سُحب هذا التوقيع في { $when }. وهو غير محسوب.
signatures-sign-again = إن غيّرت رأيك فيمكنك التوقيع من جديد: { $letter }.

signatures-full-headline = اكتمل صندوق البريد هذا
signatures-full-lead = { PLURAL($most) ->
    [one] وقّع اسم واحد من صندوق البريد هذا، ولا تقبل الرسالة منه المزيد. لم يُضف اسمك.
    [two] وقّع اسمان من صندوق البريد هذا، ولا تقبل الرسالة منه المزيد. لم يُضف اسمك.
    [few] وقّعت { $most } أسماء من صندوق البريد هذا، ولا تقبل الرسالة منه المزيد. لم يُضف اسمك.
   *[other] وقّع { $most } اسمًا من صندوق البريد هذا، ولا تقبل الرسالة منه المزيد. لم يُضف اسمك.
}
signatures-full-words = بعنوان خاص بك ما زال بإمكانك توقيع { $letter }.
signatures-closed-headline = الرسالة مغلقة
signatures-closed-lead = لم تعد تقبل أسماء، فلا يمكن تأكيد هذا الاسم.

signatures-expired-headline = انتهت مدة هذا الرابط
signatures-expired-lead = لم يُستخدم في وقته، وحُذف ما أُرسل معه. وقّع الرسالة من جديد، أو اسأل هل ينتظرك رابط آخر.
signatures-altered-headline = هذا الرابط معطوب
signatures-altered-lead = نقص منه جزء أو تغيّر؛ فبرامج البريد تقطع الرابط الطويل أحيانًا. افتح البريد مرة أخرى وانسخ السطر كاملًا، أو اطلب رابطًا جديدًا.

# الرسائل البريدية: جمل بسيطة، والرابط في سطر وحده بين الطلب والخاتمة.
signatures-mail-confirmation-subject = أكّد توقيعك: { $letter }
signatures-mail-already-subject = لقد وقّعت من قبل: { $letter }
signatures-mail-again-subject = رابطك مرة أخرى: { $letter }
signatures-mail-confirmation-opening = وضع أحدهم، ولعله أنت، الاسم { $name } وهذا العنوان على الرسالة المفتوحة «{ $letter }».
signatures-mail-confirmation-ask = يُحسب التوقيع حين تؤكده. افتح هذه الصفحة واضغط الزر:
signatures-mail-confirmation-button = اعرضه وأكّده
signatures-mail-confirmation-closing = يعمل الرابط حتى { $until }. احتفظ بهذا البريد: فالرابط نفسه يتيح لك لاحقًا تصحيح توقيعك أو سحبه. إن لم تكن أنت فلا تفعل شيئًا؛ التوقيع غير المؤكد يُحذف من تلقاء نفسه.
signatures-mail-already-opening = وقّع أحدهم، ولعله أنت، الرسالة المفتوحة «{ $letter }» بهذا العنوان مرة أخرى. وكانت قد وُقّعت من هنا من قبل، فلم يتغير شيء: توقيع واحد، محسوب مرة واحدة.
signatures-mail-already-ask = هذا توقيعك، لتراه أو تصحّحه أو تسحبه:
signatures-mail-already-button = اعرض توقيعي
signatures-mail-already-partners = إن وضعت هذه المرة علامة في خانة جهة أخرى: ففي تلك الصفحة زر لكل جهة.
signatures-mail-already-closing = إن لم تكن أنت فلا تفعل شيئًا. لا أحد غيرك يستطيع رؤية تلك الصفحة أو تغيير توقيعك.
signatures-mail-full-subject = اكتمل صندوق البريد هذا: { $letter }
signatures-mail-again-subject-several = روابطك مرة أخرى
signatures-mail-again-opening = طلبتَ ذلك في صفحتنا، أو طلبه من كتب عنوانك فيها: إليك مرة أخرى ما وُقّع بهذا العنوان.
signatures-mail-again-ask = لكل رابط صفحة خاصة به، للعرض والتأكيد والتصحيح والسحب:
signatures-mail-again-more = ينتظر أكثر مما هو مذكور هنا. احذف خلف الرابط ما ليس لك، ثم اطلب مرة أخرى ليصلك الباقي.
signatures-mail-again-closing = ما لا يؤكده أحد لا يُحسب ويُحذف من تلقاء نفسه. إن لم تكن أنت من طلب فلا تفعل شيئًا: لم تصل الروابط إلى أحد غيرك.
signatures-mail-waits = { $name }: لم يُؤكَّد بعد. أُرسل من الاستمارة في { $sent }؛ ويعمل الرابط حتى { $until }.
signatures-mail-signed = { $name }: وُقّع في { $when }.
signatures-mail-full-opening = { PLURAL($most) ->
    [one] وضع أحدهم، ولعله أنت أو من يشاركك صندوق البريد، الاسم { $name } وهذا العنوان على الرسالة المفتوحة «{ $letter }». ولم يُضف: فالرسالة تقبل اسمًا واحدًا من كل صندوق، وقد وقّع من هنا واحد.
    [two] وضع أحدهم، ولعله أنت أو من يشاركك صندوق البريد، الاسم { $name } وهذا العنوان على الرسالة المفتوحة «{ $letter }». ولم يُضف: فالرسالة تقبل اسمين من كل صندوق، وقد وقّع من هنا اثنان.
   *[other] وضع أحدهم، ولعله أنت أو من يشاركك صندوق البريد، الاسم { $name } وهذا العنوان على الرسالة المفتوحة «{ $letter }». ولم يُضف: فأكثر ما تقبله الرسالة من كل صندوق { $most }، وقد وقّع من هنا هذا العدد.
}
signatures-mail-full-ask = هذه هي الأسماء، ولكل منها رابطه، للعرض والتصحيح والسحب:
signatures-mail-full-elsewhere = بعنوان خاص ما زال بإمكان { $name } التوقيع:
signatures-mail-full-further = إن كان أحد الأسماء في غير محله فاسحبه واطلب أن نرسل الرابط مرة أخرى: عندئذ يمكن تأكيد { $name } حتى { $until }.
signatures-mail-full-closing = إن لم تكن أنت فلا تفعل شيئًا. لا أحد غيرك يستطيع رؤية تلك الصفحات، ولم يتغير شيء.
signatures-mail-why = تنظّم { $group } هذه الرسالة. وصلك هذا البريد لأن عنوانك كُتب في استمارتها، وهو ليس في أي قائمة بريدية.
signatures-wording-read = اقرأ هذا النص
signatures-waiting-changed = تغيّر نص الرسالة منذ أرسلت هذا. ما توقّع عليه هو النص كما قرأته: النص رقم { $n }.
signatures-mail-changed-subject = للرسالة التي وقّعتها كلمات أخرى الآن: { $letter }
signatures-mail-changed-opening = وقّعت «{ $letter }» باسم { $name }. وقد تغيّرت كلماتها منذ ذلك الحين.
signatures-mail-changed-ask = اقرأ ما تغيّر وقل هل توقّع الكلمات الجديدة أيضًا أم تسحب توقيعك:
signatures-mail-changed-ask-closed = لم تعد الرسالة تقبل أسماء، فلا يمكن توقيع الكلمات الجديدة. اقرأ ما تغيّر وقل هل يبقى توقيعك أم تسحبه:
signatures-mail-changed-closing = إن لم تفعل شيئًا بقي توقيعك تحت الكلمات التي وقّعتها.
signatures-mail-changed-moved = إن لم تفعل شيئًا بقي توقيعك محسوبًا تحت الكلمات التي وقّعتها. وفي صفحة الرسالة سمح المنظمون بأن يظهر اسمك تحت الجديدة.
signatures-mail-changed-button = انظر وقرّر
signatures-renewal-title = للرسالة كلمات أخرى الآن
signatures-renewal-words = وقّعت الصيغة { $n } وتُحسب فيها. يمكنك توقيع الجديدة أو سحب توقيعك أو تركه كما هو.
signatures-renewal-button = وقّع الكلمات الجديدة
signatures-renewed = وقّعت الكلمات القائمة الآن.

signatures-holder-words = تنظّم الحملة، ولديها ما هو مدوّن هنا منذ { $when }.
signatures-consent-since = وافقت في { $when } على الصفحة { $page }. ومنذ ذلك الحين يجوز أن يكون لديها اسمك وعنوان بريدك، ولا شيء سواهما.
signatures-consent-since-here = وافقت في { $when } على هذه الصفحة. ومنذ ذلك الحين يجوز أن يكون لديها اسمك وعنوان بريدك، ولا شيء سواهما.
signatures-consent-since-then = وافقت في { $when }. ومنذ ذلك الحين يجوز أن يكون لديها اسمك وعنوان بريدك، ولا شيء سواهما.
signatures-consent-elsewhere = مع الرسالة «{ $letter }».
signatures-consent-taken = هما في ملف طلبته في { $when }.
signatures-consent-not-taken = لم تطلب أي ملف فيه هذه البيانات.
signatures-consent-told = سيخبرها ملفها التالي بأن هذا انتهى، برقم ومن دون اسمك.
signatures-consent-partner-ended = انتهت مشاركتها في الحملة في { $when }، وانتهى هذا معها: لن تحصل على شيء بعد الآن. أما ما أخذته من قبل فيسري عليه ما تقوله هي عن البيانات، ويمكنك التوجه إليها.
signatures-consent-privacy = ماذا تفعل { $partner } بالبيانات
