### いのちや身体の危険と犯罪：支える方の画面のボタン

peer_support-danger-button = 危険・犯罪のおそれがあるとき
