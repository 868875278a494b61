### 図（本人の様子、職場ごとの集計）の文。日本語が原文で、picture.en.ftl がその訳です。

stress-picture-title = 図で見る
stress-picture-same = 図に出るのは、前の画面に文字で書いてあることと同じです。図がなくても困りません。
stress-picture-kept = 図は、このアプリとのメッセージに、ファイルとして届きます。ファイルはSlackに保管され、職場が記録を書き出すときに入ることがあります。画面のそばにいる人から見えることもあります。
stress-picture-gone = 届いてから{ $minutes }分たつと、ファイルをSlackから消します。それまでに書き出されたものや保存したもの、職場のSlackが消したものも記録する設定のときの記録までは、消せません。
stress-picture-send-button = 自分に図を送る
stress-picture-sent = 図をお送りします。少しすると、このアプリとのメッセージに届きます。届いてから{ $minutes }分で消えます。職場のほかの方には送られません。
stress-picture-caption = 外側ほど良好で、内側ほど負担が大きいことを表します。環は、内側から外側へ5つの段階です。
stress-picture-area-work = 仕事の負担
stress-picture-area-reactions = 心と体の反応
stress-picture-area-support = 周りの支えと満足度
stress-picture-groups = 職場ごとの集計（{ $year }年）
stress-picture-groups-caption = 左の図は左上ほど、右の図は右上ほど、負担が軽いことを表します。◇は全国の平均です。破線は、リスクが同じところを結んだ目安の線で、数は全国の平均を100としたリスクです（男性と女性の係数の中間で引いています。それぞれのリスクは、記号の横の数をご覧ください）。人数の少ない所属は、合わせるか、示していません。
stress-picture-groups-row = { $name }　リスク：量とコントロール { $a }、職場の支援 { $b }、総合 { $total }
stress-picture-mean = 全国平均
