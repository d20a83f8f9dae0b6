# Goals: what a campaign wants to reach, and what happens then.

goals-title = الأهداف
goals-description = ما تريد { $campaign } بلوغه، وكم بلغت منه، وما كانت أهدافها قبل أن تتغيّر.
goals-lead = ما تريد { $campaign } بلوغه. إذا غُيِّر هدف أو سُحب فإن هذه الصفحة تقول ذلك.
goals-none = لا توجد أهداف.
goals-signatures = { $n ->
    [zero] لا توقيعات
    [one] توقيع واحد
    [two] توقيعان
    [few] { $n } توقيعات
    [many] { $n } توقيعًا
   *[other] { $n } توقيع
}
goals-signatures-of = { $n ->
    [zero] لا توقيعات على «{ $letter }»
    [one] توقيع واحد على «{ $letter }»
    [two] توقيعان على «{ $letter }»
    [few] { $n } توقيعات على «{ $letter }»
    [many] { $n } توقيعًا على «{ $letter }»
   *[other] { $n } توقيع على «{ $letter }»
}
goals-people = { $n ->
    [zero] لا أحد يأتي إلى «{ $event }»
    [one] شخص واحد يأتي إلى «{ $event }»
    [two] شخصان يأتيان إلى «{ $event }»
    [few] { $n } أشخاص يأتون إلى «{ $event }»
    [many] { $n } شخصًا يأتون إلى «{ $event }»
   *[other] { $n } شخص يأتون إلى «{ $event }»
}
goals-money = { $amount } من أجل «{ $fundraiser }»
goals-reached = تحقّق في { $moment }.
goals-reached-with = تحقّق في { $moment } بعدد { $n }.
goals-reached-and-fell = تحقّق في { $moment } بعدد { $n }. سُحب بعضها منذ ذلك الحين، والباقي الآن { $now }.
goals-money-reached-with = تحقّق في { $moment } بمبلغ { $n }.
goals-money-reached-and-fell = تحقّق في { $moment } بمبلغ { $n }. سُحب بعضه منذ ذلك الحين أو رُفض أو أُعيد، أو لم يُدفع بعد، والباقي الآن { $now }.
goals-so-far = { $n } حتى الآن، في { $moment }.
goals-money-so-far = { $n } بين متعهَّد به ومدفوع حتى الآن، في { $moment }.
goals-open = لم يتحقّق بعد.
goals-came = حان ذلك الوقت.
goals-closes = عندما يتحقّق لن تقبل { $letter } أسماء أخرى.
goals-closed = لا تقبل { $letter } أسماء أخرى.
goals-was = حتى { $until } كان الهدف: { $goal }. ولم يتحقّق.
goals-was-reached = حتى { $until } كان الهدف: { $goal }. وقد تحقّق في { $moment }.
goals-gone = لم تعد أهدافًا
goals-gone-words = سحبها منظّمو الحملة.
goals-timeline-reached = تحقّق الهدف: { $goal }
goals-timeline-moved = تغيّر الهدف: { $goal }، بدلًا من { $before }
goals-timeline-gone = سُحب الهدف: { $goal }

goals-desk-headline = الأهداف: { $campaign }
goals-desk-words = يرى الجميع الأهداف وكم تحقّق منها وما كانت قبل أن تتغيّر.
goals-desk-public = الصفحة العامة
goals-desk-none = لا توجد أهداف بعد. عدد من التوقيعات يمكن بلوغه في أيام يعطي الجميع سببًا لنشر الرسالة.
goals-new = هدف جديد
goals-column-goal = الهدف
goals-column-state = الحالة
goals-column-then = عندما يتحقّق
goals-then-words = يُنشر نص
goals-then-organisers = يصل بريد إلى المنظّمين
goals-then-partners = يصل بريد إلى الشركاء
goals-then-closes = لا تقبل «{ $letter }» أسماء أخرى
goals-then-nothing = لا شيء آخر
goals-done-saved = حُفظ.
goals-done-removed = سُحب الهدف.
goals-form-words = ما يحدث عند تحقّقه يحدث مرة واحدة. الهدف الذي يتغيّر يبدأ من جديد، ويستطيع الجميع أن يروا ما كان قبل ذلك.
goals-reach = ما المطلوب بلوغه
goals-measure-signatures = عدد من التوقيعات
goals-measure-letter = عدد من التوقيعات على «{ $letter }»
goals-measure-event = عدد من الناس يأتون إلى «{ $event }»
goals-measure-money = مبلغ بعملة { $currency } من أجل «{ $fundraiser }»
goals-measure-moment = يوم وساعة
goals-reach-elsewhere = المال الذي يُجمع في مكان آخر لا يكون هدفًا: فمجموعه مكتوب باليد، والهدف يحسب ما وصل إلى هنا. اختر حملة تبرّع تجمعه هنا، أو عددًا من التوقيعات.
goals-number = كم
goals-number-hint = للتوقيعات والناس.
goals-money-level = كم من المال
goals-money-level-hint = لحملة تبرّع: بعملتها التي لا تُكتب، مثل 1500. ما يغطّي الرسوم لا يُحسب.
goals-moment = اليوم والساعة
goals-moment-hint = بتوقيت الحملة، وفقط إذا كان المطلوب يومًا وساعة.
goals-twice = أيهما
goals-twice-none = اختر
goals-twice-first = الأولى
goals-twice-second = الثانية
goals-words = النص الذي يُنشر عندئذ
goals-words-hint = يظهر في صفحة الحملة. { $most } حرف على الأكثر.
goals-mail-organisers = إبلاغ المنظّمين بالبريد
goals-mail-partners = إبلاغ الشركاء بالبريد
goals-closing = رسالة لا تقبل أسماء أخرى عندئذ
goals-closing-hint = من لم يؤكد حتى ذلك الحين لا يُحسب. تُفتح من جديد إذا غُيِّر الهدف أو سُحب.
goals-closes-none = لا شيء
goals-save = حفظ
goals-leave = كل الأهداف
goals-remove = سحب الهدف
goals-remove-words = لا يبقى هدفًا. وتقول الصفحة العامة إنه كان هدفًا.
goals-remove-button = سحبه
goals-conflict = غيّر شخص آخر الحملة في هذه الأثناء.
goals-conflict-words = ما كتبته في الأسفل. انظر إلى الأهداف كما هي الآن ثم احفظ من جديد.
goals-already = هذا تحقّق بالفعل
goals-already-words = بمجرد الحفظ يُنشر نصه وتُرسل الرسائل وتُغلق الرسالة المفتوحة إن كان ذلك محددًا، ويرى الجميع أنه تحقّق. إذا كان هذا هو المقصود فقل ذلك في الأسفل واحفظ من جديد.
goals-sure = نعم، تحقّق بالفعل
goals-fault-letter = ليس للحملة مثل هذه الرسالة.
goals-others = الحملة هكذا غير متّسقة
goals-mistakes = { $n ->
    [zero] لا حقول تحتاج إلى تغيير
    [one] حقل واحد يحتاج إلى تغيير
    [two] حقلان يحتاجان إلى تغيير
    [few] { $n } حقول تحتاج إلى تغيير
    [many] { $n } حقلًا تحتاج إلى تغيير
   *[other] { $n } حقل تحتاج إلى تغيير
}
goals-fault-missing = اكتبه بكل لغة، أو لا تكتبه بأي لغة.
goals-fault-too-long = { $most } حرف على الأكثر.
goals-fault-unprintable = فيه رموز لا يمكن عرضها.
goals-fault-measure = اختر ما المطلوب بلوغه.
goals-fault-number = عدد صحيح من 1 إلى { $most }.
goals-fault-money = مبلغ بالأرقام ومن دون العملة، مثل 1500.
goals-fault-money-nothing = هذا لا شيء. اكتب مبلغًا، مثل 1500.
goals-fault-money-too-much = هذا أكثر مما يمكن عدّه. اكتب أقل.
goals-fault-money-whole = ليس لعملة { $currency } أرقام بعد الفاصلة. اكتب عددًا صحيحًا.
goals-fault-money-too-fine = فيه أرقام كثيرة بعد الفاصلة: لعملة { $currency } { $digits } منها.
goals-fault-clock = يوم وساعة، مثل ‎2018-09-25 11:30‎.
goals-fault-skipped = تُقدَّم الساعات فوق هذا الوقت. اكتب { $then } أو وقتًا أبكر.
goals-fault-twice = تُظهر الساعات هذا الوقت مرتين في ذلك اليوم: { $first } و{ $second }. اختر أحدهما في الأسفل.
goals-fault-too-many = للحملة { $most } هدفًا على الأكثر. اسحب هدفًا أولًا.

goals-mail-subject = تحقّق الهدف: { $goal } ({ $campaign })
goals-mail-opening = { $name }، تحقّق هدف من أهداف «{ $campaign }» في { $moment }: { $goal }.
goals-mail-button = كل الأهداف
goals-mail-closed = منذ ذلك الحين لا تقبل «{ $letter }» أسماء أخرى.
goals-mail-why = يصلك هذا البريد لأنك تعمل في هذه الحملة من { $group }. وهو يُرسل مرة واحدة.
