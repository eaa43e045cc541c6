"""Where each prefecture stands on the tile map of Japan, and how it is called."""

from __future__ import annotations

from typing import NamedTuple


class Tile(NamedTuple):
    """A prefecture on the map: column from the west, row from the north."""

    column: int
    row: int
    en: str
    ja: str


#: The 47 prefectures by code. Neighbours on the map are neighbours by land, and every strait between the main
#: islands is a gap or a corner.
TILES: dict[str, Tile] = {
    "01": Tile(14, 0, "Hokkaido", "北海道"),
    "02": Tile(13, 1, "Aomori", "青森"),
    "03": Tile(13, 2, "Iwate", "岩手"),
    "04": Tile(13, 3, "Miyagi", "宮城"),
    "05": Tile(12, 2, "Akita", "秋田"),
    "06": Tile(12, 3, "Yamagata", "山形"),
    "07": Tile(12, 4, "Fukushima", "福島"),
    "08": Tile(13, 5, "Ibaraki", "茨城"),
    "09": Tile(12, 5, "Tochigi", "栃木"),
    "10": Tile(11, 5, "Gunma", "群馬"),
    "11": Tile(11, 6, "Saitama", "埼玉"),
    "12": Tile(13, 6, "Chiba", "千葉"),
    "13": Tile(12, 6, "Tokyo", "東京"),
    "14": Tile(12, 7, "Kanagawa", "神奈川"),
    "15": Tile(11, 4, "Niigata", "新潟"),
    "16": Tile(10, 4, "Toyama", "富山"),
    "17": Tile(9, 4, "Ishikawa", "石川"),
    "18": Tile(9, 5, "Fukui", "福井"),
    "19": Tile(10, 6, "Yamanashi", "山梨"),
    "20": Tile(10, 5, "Nagano", "長野"),
    "21": Tile(9, 6, "Gifu", "岐阜"),
    "22": Tile(11, 7, "Shizuoka", "静岡"),
    "23": Tile(10, 7, "Aichi", "愛知"),
    "24": Tile(9, 7, "Mie", "三重"),
    "25": Tile(8, 6, "Shiga", "滋賀"),
    "26": Tile(7, 6, "Kyoto", "京都"),
    "27": Tile(7, 7, "Osaka", "大阪"),
    "28": Tile(6, 6, "Hyogo", "兵庫"),
    "29": Tile(8, 7, "Nara", "奈良"),
    "30": Tile(8, 8, "Wakayama", "和歌山"),
    "31": Tile(5, 6, "Tottori", "鳥取"),
    "32": Tile(4, 6, "Shimane", "島根"),
    "33": Tile(5, 7, "Okayama", "岡山"),
    "34": Tile(4, 7, "Hiroshima", "広島"),
    "35": Tile(3, 7, "Yamaguchi", "山口"),
    "36": Tile(6, 10, "Tokushima", "徳島"),
    "37": Tile(6, 9, "Kagawa", "香川"),
    "38": Tile(5, 9, "Ehime", "愛媛"),
    "39": Tile(5, 10, "Kochi", "高知"),
    "40": Tile(2, 8, "Fukuoka", "福岡"),
    "41": Tile(1, 8, "Saga", "佐賀"),
    "42": Tile(0, 8, "Nagasaki", "長崎"),
    "43": Tile(1, 9, "Kumamoto", "熊本"),
    "44": Tile(2, 9, "Oita", "大分"),
    "45": Tile(2, 10, "Miyazaki", "宮崎"),
    "46": Tile(1, 10, "Kagoshima", "鹿児島"),
    "47": Tile(0, 12, "Okinawa", "沖縄"),
}
