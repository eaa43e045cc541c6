// The form as printed: its sections, and for each field its place in the request and its names.

/** [member, Japanese, English, more] of a text field; `more` holds attributes. */
const NAME = { autocomplete: "off" };
const TELEPHONE = { ...NAME, inputmode: "tel" };
const MAIL = { ...NAME, inputmode: "email" };
const DIGITS = { ...NAME, inputmode: "numeric" };

const ADDRESS = [
  ["address/postal_code", "郵便番号", "Postal code", DIGITS],
  ["address/manual", "郵便番号から自動入力できない", "Cannot be filled in from the postal code", "tick"],
  ["address/prefecture", "都道府県（番号）", "Prefecture (number)", DIGITS],
  ["address/municipality_code", "市町村コード", "Municipality code", DIGITS],
  ["address/municipality", "市町村", "Municipality", NAME],
  ["address/street", "番地", "Street", NAME],
];

const PERSON = [
  ["affiliation", "所属組織", "Organisation", NAME],
  ["department", "部署名", "Department", NAME],
  ["title", "役職", "Title", NAME],
  ["name", "氏名", "Name", NAME],
  ["telephone", "電話番号", "Telephone", TELEPHONE],
  ["mail", "メールアドレス", "Mail address", MAIL],
];

const KEEPER = [
  ["affiliation", "責任者所属先", "Organisation", NAME],
  ["name", "責任者氏名", "Name", NAME],
  ["telephone", "責任者電話番号", "Telephone", TELEPHONE],
  ["mail", "責任者メールアドレス", "Mail address", MAIL],
];

const RECEIVER = [
  ["name", "氏名", "Name", NAME],
  ["telephone", "電話番号", "Telephone", TELEPHONE],
];

const UNDECIDED = ["undecided", "未定", "Undecided"];

/** Blocks beside the stored registration: fields below `entry`, closed unless `change` is ticked (APP-4). */
export const BLOCKS = [
  {
    at: "company",
    ja: "企業・大学等の情報",
    en: "Company or university",
    fields: [
      ["name", "企業・大学等の名称", "Name", NAME],
      ["representative", "代表者名", "Representative", NAME],
      ["telephone", "代表電話番号", "Telephone", TELEPHONE],
      ...ADDRESS,
    ],
  },
  {
    at: "site",
    ja: "接種会場の情報",
    en: "Site",
    fields: [
      ["name", "接種会場名称", "Name", NAME],
      ["pattern", "接種体制分類", "Way of staffing", [["01", "01 企業内診療所等実施", "01 own clinic"], ["02", "02 外部機関が出張して実施", "02 institution that comes"], ["03", "03", "03"]]],
      ...ADDRESS,
      ["fax", "FAX番号", "Fax", TELEPHONE],
      ["elevator", "エレベーター有", "There is a lift", "tick"],
    ],
  },
  {
    at: "institution",
    ja: "実施医療機関の情報（接種体制がパターン2又は3の場合）",
    en: "Medical institution (patterns 2 and 3)",
    fields: [
      ["name", "医療機関名", "Name", NAME],
      ["representative", "代表者名", "Representative", NAME],
      ["telephone", "代表電話番号", "Telephone", TELEPHONE],
      ["contact/department", "担当者 部署名", "Contact: department", NAME],
      ["contact/name", "担当者 氏名", "Contact: name", NAME],
      ["contact/telephone", "担当者 電話番号", "Contact: telephone", TELEPHONE],
      ["contact/mail", "担当者 メールアドレス", "Contact: mail address", MAIL],
    ],
  },
];

/** Groups of fields; `unless` is the tick that closes a group. */
export const GROUPS = [
  {
    ja: "担当者の連絡先情報",
    en: "Persons in charge",
    groups: [
      { at: "staff_1", ja: "担当者1", en: "Person 1", fields: PERSON },
      { at: "staff_2", ja: "担当者2", en: "Person 2", fields: PERSON },
      { at: "receiver_1", ja: "ワクチン受取り担当者1", en: "Receiver of vaccine 1", unless: ["same_as_staff", "上記担当者1と同一", "The same as person 1"], fields: RECEIVER },
      { at: "receiver_2", ja: "ワクチン受取り担当者2", en: "Receiver of vaccine 2", unless: ["same_as_staff", "上記担当者2と同一", "The same as person 2"], fields: RECEIVER },
    ],
  },
  {
    ja: "接種責任者・管理担当者等の連絡先情報",
    en: "Responsible persons",
    groups: [
      {
        at: "doctor",
        ja: "ワクチン接種責任者",
        en: "Responsible doctor",
        unless: UNDECIDED,
        fields: [
          ["affiliation", "責任者所属先", "Organisation", NAME],
          ["name", "責任者（医師）氏名", "Name", NAME],
          ["kana", "氏名フリガナ", "Name in kana", NAME],
          ["telephone", "責任者電話番号", "Telephone", TELEPHONE],
          ["mail", "責任者メールアドレス", "Mail address", MAIL],
          ["no_mail", "メールアドレス登録を希望しない", "No mail address wished", "tick"],
        ],
      },
      { at: "vaccine_keeper", ja: "ワクチン保管管理責任者", en: "Keeper of the vaccine", unless: UNDECIDED, fields: KEEPER },
      { at: "needle_keeper", ja: "針・シリンジ保管管理責任者", en: "Keeper of needles and syringes", unless: UNDECIDED, fields: KEEPER },
      { at: "weekend_contact", ja: "土日・祝日の連絡先", en: "Contact on weekends and holidays", unless: UNDECIDED, fields: KEEPER },
    ],
  },
];

/** Ticks that stand alone. */
export const TICKS = [
  {
    ja: "費用請求と設備",
    en: "Claims and equipment",
    ticks: [
      ["change_account", "接種費用振込先口座を変更する", "The account for payments changes"],
      ["continue_id", "既存会場ID（類似コード・V-SYS ID）の継続利用を希望する", "The site's ID shall be used further"],
      ["deep_freezer", "-20℃冷凍庫（ディープフリーザー）が必要", "A deep freezer of −20 °C is needed"],
    ],
  },
  {
    ja: "物品の納品希望",
    en: "Supplies wished",
    ticks: [
      ["supplies/surgical_masks", "サージカルマスク", "Surgical masks"],
      ["supplies/n95_masks", "N95マスク", "N95 masks"],
      ["supplies/isolation_gowns", "アイソレーションガウン", "Isolation gowns"],
      ["supplies/face_shields", "フェイスシールド", "Face shields"],
      ["supplies/gloves", "非滅菌手袋", "Non-sterile gloves"],
    ],
  },
];

/** What is stored of doses 1 and 2: invented. */
export const STORED = {
  company: {
    name: "架空商事",
    representative: "架空 太郎",
    telephone: "03-0000-0001",
    address: { postal_code: "9998765", prefecture: "13", municipality_code: "131032", municipality: "港区", street: "見本1-2-3" },
  },
  site: {
    name: "架空商事 本社会場",
    pattern: "01",
    elevator: true,
    fax: "03-0000-0002",
    address: { postal_code: "9998765", prefecture: "13", municipality_code: "131032", municipality: "港区", street: "見本1-2-3" },
  },
};
