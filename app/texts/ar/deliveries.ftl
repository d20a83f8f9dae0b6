# التسليم: رسالة سُلِّمت مع توقيعاتها.

deliveries-headline = التسليم: { $campaign }
deliveries-one-headline = التسليم: { $letter }
deliveries-words = الرسالة مع كل توقيعاتها في ملفات: PDF للطباعة، وXLSX لجداول مثل Excel، وCSV وJSON للبرامج. يظهر كل شخص فيها كما اختار أن يظهر، ومن اختار ألّا يظهر يُحسب بلا اسم.
deliveries-none = لم تُنشأ ملفات بعد. أنشئها في اليوم السابق لتسليم الرسالة.
deliveries-letter = الرسالة
deliveries-asked = طُلبت في
deliveries-state = الحالة
deliveries-state-made = أُنشئت الملفات
deliveries-state-under-way = يجري إنشاء الملفات
deliveries-state-not-made = لم تُنشأ ملفاتها
deliveries-make = إنشاء الملفات
deliveries-make-words = فيها من وقّع حتى الآن. ومن يوقّع أو يُخفي اسمه أو يسحب توقيعه لاحقًا لا يتغيّر في ملفات أُنشئت: أنشئ ملفات جديدة متى شئت.
deliveries-make-button = إنشاء الملفات
deliveries-back = كل ما سُلِّم
deliveries-files = الملفات
deliveries-signatures = { $n ->
    [zero] لا توقيعات.
    [one] توقيع واحد.
    [two] توقيعان.
    [few] { $n } توقيعات.
   *[other] { $n } توقيعًا.
}
deliveries-unnamed = { $n ->
    [0] كلها بأسماء.
    [one] واحد منها بلا اسم.
    [two] اثنان منها بلا اسم.
   *[other] { $n } منها بلا اسم.
}
deliveries-gone = حُذفت الملفات من هذا الجهاز: انقضى يومها، أو مُحي شخص يرد فيها. تبقى بصماتها. وما لم تأخذه فأنشئه من جديد.
deliveries-kilobytes = { $n } كيلوبايت
deliveries-day = اليوم
deliveries-day-words = حين تُسلَّم الرسالة قل ذلك هنا: تذكر صفحة الصحافة حينئذ اليوم وبصمات هذه الملفات نفسها، ليتحقق كل من لديه أحدها من أنه كامل.
deliveries-on = سُلِّمت في
deliveries-on-hint = يوم مثل 2018-09-10، لا يسبق الملفات.
deliveries-to = إلى من
deliveries-to-hint = كما ينبغي أن تقوله صفحة الصحافة، مثل: مكتب الشركة في سان فرانسيسكو. يمكن أن يبقى فارغًا.
deliveries-day-button = إعلان ذلك
deliveries-day-back = التراجع عنه
deliveries-day-fault = اكتب يومًا، مثل 2018-09-10.
deliveries-day-future = لم يأتِ ذلك اليوم بعد.
deliveries-day-early = أُنشئت الملفات بعد ذلك اليوم.
deliveries-to-long = اكتب 200 حرف على الأكثر.
deliveries-to-unprintable = فيه رموز لا يمكن عرضها.
deliveries-conflict = تغيّر ذلك في هذه الأثناء
deliveries-conflict-words = غيّر شخص ما هذا التسليم منذ فتحته. يظهر كما هو الآن.
deliveries-done-told = صفحة الصحافة تذكره الآن.
deliveries-done-taken-back = جرى التراجع عنه، ولا تذكر صفحة الصحافة شيئًا منه.
deliveries-handed = سُلِّمت في { $day }
deliveries-handed-to = سُلِّمت في { $day } إلى { $to }
deliveries-happened = سُلِّمت الرسالة
deliveries-happened-to = سُلِّمت الرسالة إلى { $to }
deliveries-press = سُلِّمت
deliveries-press-words = بصمات (SHA-256) الملفات نفسها التي سُلِّمت. من لديه أحدها يستطيع التحقق من أنه لم يُضف إليه شيء ولم يُنقص منه.
deliveries-press-sums = كل البصمات في قائمة لأداة sha256sum
deliveries-file-names = الموقّعون
deliveries-file-names-of = التوقيعات من { $from } إلى { $to }
deliveries-file-signed = { $n ->
    [zero] لا توقيعات
    [one] توقيع واحد
    [two] توقيعان
    [few] { $n } توقيعات
   *[other] { $n } توقيعًا
}
deliveries-file-as-of = حتى { $moment }. ضغط كل شخص الزر في رسالة إلى عنوانه، ويظهر هنا كما اختار أن يظهر.
deliveries-file-unnamed = { $n ->
    [one] وتوقيع آخر بلا اسم.
    [two] وتوقيعان آخران بلا اسم.
   *[other] و{ $n } توقيعًا آخر بلا اسم.
}
deliveries-file-earlier = الصياغة { $n }
deliveries-file-undrawn = { $n ->
    [zero] لا أسماء فيها حروف لا يطبعها أي خط هنا.
    [one] في اسم واحد حروف لا يطبعها أي خط هنا. تظهر هكذا 〓، والاسم كامل في الجداول.
    [two] في اسمين حروف لا يطبعها أي خط هنا. تظهر هكذا 〓، والاسمان كاملان في الجداول.
    [few] في { $n } أسماء حروف لا يطبعها أي خط هنا. تظهر هكذا 〓، والأسماء كاملة في الجداول.
    [many] في { $n } اسمًا حروف لا يطبعها أي خط هنا. تظهر هكذا 〓، والأسماء كاملة في الجداول.
   *[other] في { $n } اسم حروف لا يطبعها أي خط هنا. تظهر هكذا 〓، والأسماء كاملة في الجداول.
}
deliveries-file-foot = { $letter } · التوقيعات حتى { $moment }
deliveries-file-volume = المجلد { $nth } من { $all }
deliveries-file-from = من { $group }
deliveries-since = لا تعرف هذه الملفات ذلك: اطلب ملفات جديدة قبل تسليم الرسالة.
deliveries-since-gone = { $n ->
    [one] سُحب منذ ذلك الحين أحد هذه التوقيعات أو أُزيل.
    [two] سُحب منذ ذلك الحين اثنان من هذه التوقيعات أو أُزيلا.
    [few] سُحبت منذ ذلك الحين { $n } من هذه التوقيعات أو أُزيلت.
    [many] سُحب منذ ذلك الحين { $n } من هذه التوقيعات أو أُزيل.
   *[other] سُحب منذ ذلك الحين { $n } من هذه التوقيعات أو أُزيل.
}
deliveries-since-changed = { $n ->
    [one] غيّر موقّع واحد منذ ذلك الحين ما يظهر عنه.
    [two] غيّر موقّعان منذ ذلك الحين ما يظهر عنهما.
    [few] غيّر { $n } موقّعين منذ ذلك الحين ما يظهر عنهم.
    [many] غيّر { $n } موقّعًا منذ ذلك الحين ما يظهر عنهم.
   *[other] غيّر { $n } موقّع منذ ذلك الحين ما يظهر عنهم.
}
deliveries-as-of = حتى { $moment }.
