"""Check digits. Source: F-CODE (spec/facts.md), ruling municipality-code and institution-code."""

LAST_SEVEN = ("11", "12", "13", "14")  # 埼玉, 千葉, 東京, 神奈川


def municipality(five):
    """The six-digit code of five digits: 11 − (Σ digit × (6,5,4,3,2) mod 11), its last digit."""
    return five + str((11 - sum(int(d) * w for d, w in zip(five, (6, 5, 4, 3, 2))) % 11) % 10)


def luhn(digits):
    """The check digit that follows these digits."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        number = int(digit) * (2 if place % 2 == 0 else 1)
        total += number // 10 + number % 10
    return str(-total % 10)


def institution(nine):
    """The ten-digit 保険医療機関コード of nine digits."""
    over = nine[3:] if nine[:2] in LAST_SEVEN else nine
    return nine + luhn(over)
