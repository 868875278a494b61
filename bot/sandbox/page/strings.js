// Every word of the page itself, in both languages; what the bot says comes from the bot.

const WORDS = {
  practice: ["この端末の中だけで動く練習用の Slack", "A practice Slack that lives on this machine only"],
  offline: ["接続が切れました。つなぎ直しています…", "Connection lost. Reconnecting…"],
  language: ["表示言語", "Language"],
  regions: ["画面の切り替え", "Parts of the page"],
  people: ["人を選ぶ", "People"],
  side: ["通知と時計", "Phone and clock"],
  search: ["名前・所属で探す", "Find by name or unit"],
  nobody: ["当てはまる人がいません。", "Nobody matches."],
  guest: ["ゲスト", "Guest"],
  gone: ["無効", "Deactivated"],
  unread: ["通知 {n} 件", "Notifications: {n}"],
  you: ["{name} さんとして使っています", "You are {name}"],
  welcome: ["だれになりますか", "Who would you like to be?"],
  choose: [
    "一覧から人を選ぶと、その人の Slack が開きます。\n時計を進めると、お知らせや期限の動きを確かめられます。",
    "Choose a person to open their Slack.\nMove the clock on to watch notices and deadlines.",
  ],
  noPeople: [
    "まだ誰もいません。準備ができると、ここに表示されます。",
    "Nobody is here yet. People appear once the workspace is ready.",
  ],
  home: ["ホーム", "Home"],
  messages: ["メッセージ", "Messages"],
  tabs: ["アプリの表示", "App views"],
  app: ["アプリ", "App"],
  noHome: [
    "ホームはまだ用意されていません。アプリが動き出すと、ここに表示されます。",
    "Home is not ready yet. It appears once the app is running.",
  ],
  noMessages: ["メッセージはまだありません。", "No messages yet."],
  compose: ["{app} へのメッセージ", "Message {app}"],
  send: ["送信", "Send"],
  closedComposer: [
    "このアプリへのメッセージの送信は停止されています。",
    "Sending messages to this app has been turned off.",
  ],
  fileGone: ["このファイルは削除されました。", "This file was deleted."],
  fileDeleted: ["{name}（削除済み。設定によっては記録に残ります）", "{name} (deleted; some settings keep it on record)"],
  edited: ["（編集済み）", "(edited)"],
  optional: ["（任意）", "(optional)"],
  choosePlaceholder: ["選択してください", "Choose"],
  none: ["選択しない", "None"],
  more: ["その他の操作", "More actions"],
  dismissDialog: ["ダイアログを終了", "Dismiss dialog"],
  cancel: ["キャンセル", "Cancel"],
  required: ["この項目は必須です。", "This field is required."],
  tooLong: ["{max} 文字以内にしてください（いま {n} 文字）。", "Use at most {max} characters (now {n})."],
  tooShort: ["{min} 文字以上にしてください（いま {n} 文字）。", "Use at least {min} characters (now {n})."],
  counted: ["{n} / {max}", "{n} / {max}"],
  unknownBlock: ["表示できない部品です：{type}", "Cannot show this part: {type}"],
  trouble: ["うまくいきませんでした：{why}", "That did not work: {why}"],
  phone: ["スマートフォンのロック画面", "Lock screen"],
  authenticator: ["認証アプリの番号", "Authenticator code"],
  noNotifications: ["新しい通知はありません", "No new notifications"],
  clear: ["通知を消す", "Clear notifications"],
  clock: ["時計", "Clock"],
  clockNote: ["この練習用 Slack の中だけの時刻です", "Time inside this practice Slack"],
  hour: ["+1時間", "+1 hour"],
  oneDay: ["+1日", "+1 day"],
  next: ["次の予定まで", "Next event"],
  nextAt: ["次の予定：{at}", "Next event: {at}"],
  nothingNext: ["この先の予定はありません", "Nothing is planned"],
  moving: ["時計を進めています…", "Moving the clock…"],
  waitingOne: ["お知らせ 1 件が待っています（{at} に届きます）", "1 notice is waiting (arrives at {at})"],
  waitingMany: [
    "お知らせ {n} 件が待っています（最初は {at} に届きます）",
    "{n} notices are waiting (first arrives at {at})",
  ],
  kept: ["Slack に残るもの", "What Slack keeps"],
  keptNote: [
    "ワークスペースの書き出し（エクスポート）に含まれるのは、ここにあるものだけです。ホームやモーダルの中身は残りません。",
    "An export of the workspace holds only what you see here. Home and modals are not part of it.",
  ],
  keptNone: ["まだ何も残っていません。", "Nothing is kept so far."],
  keptMore: ["ほかに古いもの {n} 件", "{n} older ones"],
  keptWith: ["{name} とのDM", "DM with {name}"],
  keptTyped: ["書いた文", "Typed text"],
  keptText: ["通知の文", "Fallback text"],
  keptBlocks: ["表示される文", "Shown text"],
  edited_before: ["編集前のもの", "Before an edit"],
  deleted_before: ["削除前のもの", "Before deletion"],
  keptActions: ["ボタンの ID", "Button ids"],
  files: ["ファイル", "Files"],
  fromApp: ["アプリから", "From the app"],
  fromPerson: ["本人から", "From the person"],
  faults: ["障害を起こす（開発者向け）", "Faults (for developers)"],
  faultsNote: ["次の呼び出しを、わざと失敗させます。", "Makes the next calls fail on purpose."],
  method: ["メソッド", "Method"],
  kind: ["起こすこと", "Kind"],
  times: ["回数", "Times"],
  cause: ["起こす", "Cause"],
  faultsNone: ["待っている障害はありません。", "No fault is waiting."],
  rate_limited: ["混雑（429）", "Rate limited (429)"],
  http_status: ["サーバーエラー（500）", "Server error (500)"],
  error: ["エラー名の応答", "Error name"],
  duplicate_events: ["イベントの重複", "Duplicate events"],
  late_events: ["イベントの遅れ", "Late events"],
  dead_tickets: ["使えない接続先", "Dead Socket Mode tickets"],
  lost_acks: ["応答の紛失", "Lost acknowledgements"],
  stopFaults: ["すべて止める", "Stop all"],
  html: ["HTML の応答", "HTML answer"],
  timeout_before: ["時間切れ（保存前）", "Timeout (before storing)"],
  timeout_after: ["時間切れ（保存後）", "Timeout (after storing)"],
  reset_before: ["切断（保存前）", "Reset (before storing)"],
  reset_after: ["切断（保存後）", "Reset (after storing)"],
};

const LANGUAGES = ["ja", "en"];
const REMEMBERED = "sandbox-language";

let chosen = LANGUAGES.includes(localStorage.getItem(REMEMBERED)) ? localStorage.getItem(REMEMBERED) : "ja";

/** The language of the page: "ja" or "en". */
export const language = () => chosen;

/** Chooses the language of the page and remembers it in this browser. */
export function speak(wanted) {
  chosen = wanted;
  localStorage.setItem(REMEMBERED, wanted);
}

/** The sentence `key` in the chosen language, `{name}` filled from `values`. Throws on an unknown key. */
export function say(key, values = {}) {
  const sentence = WORDS[key][LANGUAGES.indexOf(chosen)];
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Fills the fixed words of the document: data-say = text, data-say-label = accessible name. */
export function sayAll(root) {
  root.querySelectorAll("[data-say]").forEach((node) => {
    node.textContent = say(node.dataset.say);
  });
  root
    .querySelectorAll("[data-say-label]")
    .forEach((node) => node.setAttribute("aria-label", say(node.dataset.sayLabel)));
}
