# المخاطَبون في المكتب: القائمة، وقائمة متحدثين ملصقة، وعلامات كل مخاطَب.

targets-headline = المخاطَبون في «{ $campaign }»
targets-preview-headline = قائمة لـ «{ $campaign }»
targets-targets = المخاطَبون
targets-none = لا مخاطَبين بعد. ألصق قائمة أدناه، أو اكتب targets.toml بين ملفات الحملة.
targets-name = الاسم
targets-role = الصفة
targets-handles = الحسابات
targets-session = الجلسة
targets-email = البريد الإلكتروني
targets-phone = الهاتف
targets-mark = ردّ أو تحرّك
targets-back = إلى جميع المخاطَبين
targets-done-list = أُخذت القائمة. يراها الزوار خلال ثانية.
targets-done-removed = أُزيل المخاطَب.
targets-done-marked = حُفظت العلامة. وهي تظهر بجانب كل منشور موجّه إلى هذا المخاطَب.
targets-done-unmarked = أُزيلت العلامة.

targets-paste = ألصق قائمة متحدثين
targets-paste-words = قائمة مؤتمر بصيغة CSV، أو منسوخة من جدول بيانات. ترى ما ستغيّره قبل أن يتغيّر شيء.
targets-list = القائمة
targets-list-hint = السطر الأول يسمّي الأعمدة: name، ثم أيًّا من x وbluesky وmastodon وthreads وlinkedin وfacebook وtelegram وreddit وhandles وemail وphone وsession. ويصلح عنوان صفحة الشخص مكان حسابه. الأوقات بالمنطقة الزمنية للحملة. من كان مخاطَبًا من قبل تُحدَّث بياناته، والخانة الفارغة لا تمحو شيئًا.
targets-look = انظر إليها أولًا
targets-look-again = انظر إليها مجددًا
targets-apply = خذها
targets-leave = اترك كل شيء كما هو
targets-sums = { $new ->
    [zero] لن يُضاف أحد
    [one] سيُضاف مخاطَب واحد
    [two] سيُضاف مخاطَبان
    [few] سيُضاف { $new } مخاطَبين
    [many] سيُضاف { $new } مخاطَبًا
   *[other] سيُضاف { $new } مخاطَب
}، { $changed ->
    [zero] ولن يتغيّر أحد
    [one] وسيتغيّر واحد
    [two] وسيتغيّر اثنان
   *[other] وسيتغيّر { $changed }
}؛ { $same ->
    [zero] ولا أحد غيرهم في القائمة.
    [one] وواحد قائم كما تقول القائمة.
    [two] واثنان قائمان كما تقول القائمة.
   *[other] و{ $same } قائمون كما تقول القائمة.
}
targets-new = من سيُضاف
targets-difference = ما يتغيّر
targets-field = الحقل
targets-now = الآن
targets-then = بحسب القائمة
targets-changed-since = غيّر أحدهم المخاطَبين منذ أن نظرت. هذا ما ستغيّره قائمتك الآن؛ خذها أو اترك كل شيء كما هو.
targets-other-list = ليست هذه القائمة التي نظرت إليها. هذا ما ستغيّره.

targets-files = مع ملفات الحملة
targets-files-words = ما تغيّره هنا جزء من الحملة: يكتبه الأمر broadside campaign export مع سائرها.
targets-files-rule = لا يمحوه استيراد. فإن قالت الملفات عن مخاطَب ما قالته في الاستيراد السابق بقي كما تركته هنا. وإن غيّرته الملفات أيضًا سمّاه الاستيراد ولم يغيّر شيئًا، حتى يجمع أحدهم بين الأمرين أو يُبقي ما في الملفات (‎--over-desk).

targets-faults = لم يتغيّر شيء. ما ينبغي إصلاحه:
targets-line = السطر { $line }:
targets-wrong-empty = القائمة فارغة. سطرها الأول يسمّي الأعمدة، مثل name,x,session.
targets-wrong-not-csv = هذا الصف ليس CSV. احفظ القائمة مجددًا بصيغة CSV وترميز UTF-8.
targets-wrong-quotation = يفتح هذا السطر علامة اقتباس لا تُغلق. أغلقها أو احذفها.
targets-wrong-column = «{ $column }» عمود غير معروف. غيّر اسمه أو احذفه.
targets-wrong-no-name-column = لا عمود اسمه name. اجعل السطر الأول يسمّي الأعمدة.
targets-wrong-fields = في هذا الصف { $fields } من الحقول وفي السطر الأول { $columns }. ضع علامتي اقتباس حول حقل فيه فاصلة.
targets-wrong-no-name = لا اسم في هذا الصف. اكتبه أو احذف الصف.
targets-wrong-name = لا يصلح «{ $name }» اسمًا: الحد 120 حرفًا، بلا رموز تحكّم.
targets-wrong-handle = «{ $typed }» ليس حسابًا على { $network }. اكتبه مثل { $form }، أو اترك الخانة فارغة: من لا حساب له يُذكر باسمه.
targets-wrong-profile = «{ $typed }» ليس عنوان صفحة لأحد على شبكة معروفة هنا. اكتب الشبكة قبل الحساب، مثل mastodon:@name@mastodon.social، أو احذفه.
targets-wrong-mail = قد يكون «{ $typed }» عنوان بريد إلكتروني. اكتبه في عمود email، أو اكتبه mastodon:@{ $typed } إن كان حسابًا هناك.
targets-wrong-network = «{ $name }» ليست شبكة. اكتب اسم شبكة قبل النقطتين، مثل x:@name.
targets-wrong-address = «{ $typed }» ليس عنوان بريد. اكتبه مثل team@example.org.
targets-wrong-phone = «{ $typed }» ليس رقم هاتف. اكتبه برمز البلد وبالأرقام وحدها، مثل ‎+14155550100.
targets-wrong-session = «{ $typed }» ليس يومًا ووقتًا. اكتبه مثل 2018-09-25 14:00، بالمنطقة الزمنية للحملة.
targets-wrong-twice = { $name } في السطر { $line } أيضًا. احذف أحد السطرين.
targets-wrong-post-too-long = طول المنشور { $post } باللغة { $language } هو { $length } كما تعدّ { $network }، مع أطول مخاطَب، { $target }؛ والحد { $limit }. اختصر الاسم، أو المنشور بمقدار { $over }.
targets-wrong-post-too-many-bytes = طول المنشور { $post } باللغة { $language } هو { $length } كما تعدّ { $network }، لكنه { $bytes } بايت، مع أطول مخاطَب، { $target }؛ وأقصى ما تقبله { $network } هو { $limit } بايت. اختصر الاسم، أو احذف بعض الرموز التعبيرية من المنشور.
targets-wrong-named = تذكر ملفات الحملة «{ $named }» في منشور أو بين مخاطَبين يُخاطَبون معًا. احذفه هناك أولًا ثم استوردها.
targets-wrong-nobody-left = في الحملة منشورات، ولن يبقى من تُرسل إليه.
targets-wrong-too-many = للحملة { $most } مخاطَب على الأكثر. أزِل بعضهم أولًا.

targets-change-by-list = تتغيّر الحسابات والجلسة بلصق قائمة فيها هذا الاسم والقيم الجديدة.
targets-answered = ردّ
targets-acted = تحرّك
targets-answered-button = ضع علامة «ردّ»
targets-acted-button = ضع علامة «تحرّك»
targets-unmark = أزِل العلامة
targets-on = في يوم
targets-on-error = هذا ليس يومًا. اكتب السنة والشهر واليوم، مثل 2018-09-25.
targets-on-ahead = هذا اليوم لم يأتِ بعد. اكتب اليوم الذي حدث فيه ذلك.
targets-link = الرابط
targets-link-hint = حيث يستطيع الجميع قراءته.
targets-link-error = هذا ليس عنوان ويب. اكتبه كاملًا، مثل https://example.org/answer.
targets-words = في جملة، بلغة { $language }
targets-words-error = اكتب الجملة بكل اللغات أو لا تكتبها بأي منها، في 300 حرف على الأكثر.
targets-mistakes = لم تُحفظ العلامة بعد: بعض الحقول تحتاج إلى نظرة أخرى.
targets-remove = إزالة هذا المخاطَب
targets-remove-words = تتوقف روابط المنشورات الموجّهة إلى هذا المخاطَب عن العمل. وتبقى النقرات عليها محسوبة.
targets-remove-button = أزِل { $name }
targets-conflict = غيّر أحدهم هذا المخاطَب في هذه الأثناء
targets-conflict-words = لم يُحفظ شيء مما كتبت بعد. احفظ مجددًا فيثبت ما كتبت، أو اخرج فيثبت ما حُفظ.
targets-conflict-removing = لم يُزَل بعد. انظر إلى ما يقوله الآن، واضغط مجددًا إن كان لا بد من إزالته.
targets-conflict-leave = اتركه كما حُفظ
targets-theirs = المحفوظ
targets-yours = ما كتبت
