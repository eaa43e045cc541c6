      *> vsys: the records of the C face for COBOL. Made by cargo xtask
      *> from vsys-c/src/cobol/layout.rs; do not edit.
      *>
      *> vsys を COBOL から呼ぶための登録集。
      *> 呼び出しはすべて BY REFERENCE で、最初が VSYS-CONTROL、
      *> 最後が VSYS-RESULT。RETURN-CODE と VSYS-RETURN は
      *>   0 正常、4 注意あり、8 データの誤り（結果の項目は変わらない）、
      *>   12 呼び出しの誤り、16 ライブラリの障害。
      *> 文字の項目は VSYS-ENCODING の文字コードで、右側は空白。
      *> 日付は YYYYMMDD、年月は YYYYMM、時刻は HHMM。ない項目は空白
      *> （日付は 0 でもよい）。「→」の項目はライブラリが書き込む。
      *>
      *> 単価と請求金額を求める
      *>   CALL "vsys_cob_price" USING
      *>     VSYS-CONTROL VSYS-PRICE VSYS-RESULT
      *> 市町村コードを確認し、名前と請求先を求める
      *>   CALL "vsys_cob_municipality" USING
      *>     VSYS-CONTROL VSYS-MUNICIPALITY VSYS-RESULT
      *> 医療機関等の番号を確認する
      *>   CALL "vsys_cob_institution" USING
      *>     VSYS-CONTROL VSYS-INSTITUTION VSYS-RESULT
      *> 請求〆切と支払いの期限を求める
      *>   CALL "vsys_cob_deadline" USING
      *>     VSYS-CONTROL VSYS-DEADLINE VSYS-RESULT
      *> 時間内・時間外・休日を求める
      *>   CALL "vsys_cob_time_class" USING
      *>     VSYS-CONTROL VSYS-HOURS VSYS-TIME
      *>     VSYS-RESULT
      *> 請求の処理を始める（VSYS-HOURS は OMITTED でもよい）
      *>   CALL "vsys_cob_batch_open" USING
      *>     VSYS-CONTROL VSYS-TERMS VSYS-HOURS
      *>     VSYS-BATCH VSYS-RESULT
      *> 接種記録を1件渡す（請求できるものは数えられる）
      *>   CALL "vsys_cob_batch_add" USING
      *>     VSYS-CONTROL VSYS-BATCH VSYS-SOURCE
      *>     VSYS-VACCINATION VSYS-PRICED VSYS-RESULT
      *> それまでの分の請求書を作り、合計を求める
      *>   CALL "vsys_cob_batch_sheets" USING
      *>     VSYS-CONTROL VSYS-BATCH VSYS-TOTALS
      *>     VSYS-RESULT
      *> 作った請求書を1枚受け取る
      *>   CALL "vsys_cob_batch_sheet" USING
      *>     VSYS-CONTROL VSYS-BATCH VSYS-SHEET
      *>     VSYS-RESULT
      *> 別に請求する加算を1行受け取る
      *>   CALL "vsys_cob_batch_apart" USING
      *>     VSYS-CONTROL VSYS-BATCH VSYS-APART
      *>     VSYS-RESULT
      *> 請求の処理を終える
      *>   CALL "vsys_cob_batch_close" USING
      *>     VSYS-CONTROL VSYS-BATCH VSYS-RESULT

      *> 呼び出しごとの設定
       01  VSYS-CONTROL.
      *> この登録集の ABI の番号
           05  VSYS-ABI PIC S9(9) COMP-5 VALUE 1.
      *> 文字コード
           05  VSYS-ENCODING PIC X(8) VALUE "CP932".
               88  VSYS-CP932 VALUE "CP932".
               88  VSYS-UTF-8 VALUE "UTF-8".

      *> 呼び出しの結果
       01  VSYS-RESULT.
      *> 結果（RETURN-CODE と同じ）
           05  VSYS-RETURN PIC S9(9) COMP-5.
               88  VSYS-OK VALUE 0.
               88  VSYS-WARNED VALUE 4.
               88  VSYS-REFUSED VALUE 8.
               88  VSYS-WRONG-CALL VALUE 12.
               88  VSYS-FAILED VALUE 16.
      *> 指摘の総数
           05  VSYS-FINDINGS-TOTAL PIC S9(9) COMP-5.
      *> 指摘の数（下の表にあるもの）
           05  VSYS-FINDINGS PIC S9(9) COMP-5.
      *> 指摘
           05  VSYS-FINDING OCCURS 12 TIMES.
      *> 程度
               10  VSYS-F-SEVERITY PIC X(1).
                   88  VSYS-F-ERROR VALUE "E".
                   88  VSYS-F-WARNING VALUE "W".
      *> コード
               10  VSYS-F-CODE PIC X(64).
      *> 項目の名前
               10  VSYS-F-FIELD PIC X(32).
      *> 項目（日本語）
               10  VSYS-F-TERM PIC X(60).
      *> 理由（日本語）
               10  VSYS-F-MESSAGE PIC X(400).
      *> 対処（日本語）
               10  VSYS-F-HELP PIC X(400).
      *> 仮定の数
           05  VSYS-ASSUMPTIONS PIC S9(9) COMP-5.
      *> 仮定の番号
           05  VSYS-ASSUMPTION OCCURS 8 TIMES PIC X(64).

      *> 単価と請求金額
       01  VSYS-PRICE.
      *> 接種日
           05  VSYS-P-DATE PIC 9(8).
      *> 区分: 予診のみ・接種
           05  VSYS-P-SERVICE PIC X(24).
      *> 年齢区分: 6歳未満・6歳以上
           05  VSYS-P-AGE PIC X(24).
      *> 時間区分: 時間内・時間外・休日
           05  VSYS-P-TIME PIC X(24).
      *> 請求件数
           05  VSYS-P-COUNT PIC S9(9) COMP-5.
      *> → 単価（税抜き）
           05  VSYS-P-UNIT PIC S9(9) COMP-5.
      *> → 請求金額（税込み）
           05  VSYS-P-AMOUNT PIC S9(18) COMP-5.

      *> 市町村コード
       01  VSYS-MUNICIPALITY.
      *> 市町村コード
           05  VSYS-M-CODE PIC X(6).
      *> 基準日
           05  VSYS-M-DATE PIC 9(8).
      *> → 市町村名
           05  VSYS-M-NAME PIC X(60).
      *> → 請求先の市町村コード（区の場合はその市）
           05  VSYS-M-PAYER PIC X(6).
      *> → 請求先の市町村名
           05  VSYS-M-PAYER-NAME PIC X(60).

      *> 医療機関等の番号
       01  VSYS-INSTITUTION.
      *> 医療機関等の番号
           05  VSYS-I-CODE PIC X(10).
      *> 種別: 保険医療機関・類似コード・介護保険事業所（空白は保険医療機関）
           05  VSYS-I-KIND PIC X(24).

      *> 請求〆切
       01  VSYS-DEADLINE.
      *> 請求月
           05  VSYS-D-BILLING-MONTH PIC 9(6).
      *> → その月に請求する接種月
           05  VSYS-D-CLOSES PIC 9(6).
      *> → 10日
           05  VSYS-D-NOMINAL PIC 9(8).
      *> → 請求〆切日
           05  VSYS-D-DEADLINE PIC 9(8).
      *> → 支払いの期限
           05  VSYS-D-PAYMENT-BY PIC 9(8).

      *> 診療時間
       01  VSYS-HOURS.
      *> 月曜日から日曜日
           05  VSYS-H-DAY OCCURS 7 TIMES.
      *> 時間帯
               10  VSYS-H-SPAN OCCURS 3 TIMES.
      *> 開始（HHMM、空白はなし）
                   15  VSYS-H-FROM PIC X(4).
      *> 終了
                   15  VSYS-H-UNTIL PIC X(4).
      *> 例外の日
           05  VSYS-H-EXCEPTION OCCURS 40 TIMES.
      *> 日付（空白または 0 はなし）
               10  VSYS-H-EXC-DATE PIC 9(8).
      *> 時間帯（なければ休診）
               10  VSYS-H-EXC-SPAN OCCURS 3 TIMES.
      *> 開始（HHMM、空白はなし）
                   15  VSYS-H-EXC-FROM PIC X(4).
      *> 終了
                   15  VSYS-H-EXC-UNTIL PIC X(4).

      *> 時間区分
       01  VSYS-TIME.
      *> 接種日
           05  VSYS-C-DATE PIC 9(8).
      *> 接種時刻（HHMM）
           05  VSYS-C-TIME PIC X(4).
      *> → 時間区分
           05  VSYS-C-CLASS PIC X(24).
      *> → 理由
           05  VSYS-C-REASON PIC X(120).

      *> 請求の条件
       01  VSYS-TERMS.
      *> 請求月
           05  VSYS-T-BILLING-MONTH PIC 9(6).
      *> 接種会場の種別（空白は医療機関）
           05  VSYS-T-SITE PIC X(48).
      *> 医療機関等の所在する市町村コード
           05  VSYS-T-MUNICIPALITY PIC X(6).
      *> 同一市内にお住まいの方分
           05  VSYS-T-INCLUDE-OWN PIC X(1) VALUE "1".
               88  VSYS-T-OWN-EXCLUDED VALUE "0".
               88  VSYS-T-OWN-INCLUDED VALUE "1".
      *> 医療機関等番号
           05  VSYS-T-INSTITUTION PIC X(10).
      *> 種別（空白は保険医療機関）
           05  VSYS-T-INSTITUTION-KIND PIC X(24).
      *> 医療機関等名称
           05  VSYS-T-NAME PIC X(300).
      *> 医療機関等の所在地
           05  VSYS-T-ADDRESS PIC X(300).
      *> 施設等区分
           05  VSYS-T-FACILITY-CLASS PIC X(30).
      *> 代表者氏名
           05  VSYS-T-REPRESENTATIVE PIC X(180).
      *> 電話番号
           05  VSYS-T-TELEPHONE PIC X(30).

      *> 請求の処理
       01  VSYS-BATCH.
      *> 処理の番号
           05  VSYS-B-HANDLE USAGE POINTER.

      *> 読み込んだレコード
       01  VSYS-SOURCE.
      *> レコードの番号（1 から）
           05  VSYS-R-NUMBER PIC S9(9) COMP-5.
      *> 読み込んだ接種記録の長さ（バイト）
           05  VSYS-R-LENGTH PIC S9(9) COMP-5.

      *> 接種記録
       01  VSYS-VACCINATION.
      *> 券番号（空白可）
           05  VSYS-V-COUPON-NUMBER PIC X(10).
      *> 市町村コード
           05  VSYS-V-MUNICIPALITY PIC X(6).
      *> 生年月日（空白可）
           05  VSYS-V-BIRTH-DATE PIC 9(8).
      *> 接種日
           05  VSYS-V-DATE PIC 9(8).
      *> 接種時刻（HHMM、空白可）
           05  VSYS-V-TIME PIC X(4).
      *> 時間区分（空白可）
           05  VSYS-V-CLASS PIC X(20).
      *> 年齢区分（空白可）
           05  VSYS-V-AGE PIC X(20).
      *> 区分
           05  VSYS-V-SERVICE PIC X(20).
      *> 回数（空白可）
           05  VSYS-V-DOSE PIC X(1).
      *> 接種券の有無: あり・なし
           05  VSYS-V-COUPON PIC X(20).
      *> 返戻（空白可）
           05  VSYS-V-RETURNED PIC X(8).

      *> 請求する1件
       01  VSYS-PRICED.
      *> 請求先の市町村コード
           05  VSYS-Q-PAYER PIC X(6).
      *> 請求先の市町村名
           05  VSYS-Q-PAYER-NAME PIC X(60).
      *> 区分
           05  VSYS-Q-SERVICE PIC X(24).
      *> 年齢区分
           05  VSYS-Q-AGE PIC X(24).
      *> 請求書での時間区分
           05  VSYS-Q-TIME PIC X(24).
      *> 単価（税抜き）
           05  VSYS-Q-UNIT PIC S9(9) COMP-5.
      *> 別に請求する加算の時間区分（なければ空白）
           05  VSYS-Q-APART PIC X(24).
      *> その加算額（税抜き）
           05  VSYS-Q-APART-UNIT PIC S9(9) COMP-5.

      *> 合計
       01  VSYS-TOTALS.
      *> 渡された件数
           05  VSYS-TOT-READ PIC S9(9) COMP-5.
      *> 請求する件数
           05  VSYS-TOT-CLAIMED PIC S9(9) COMP-5.
      *> 除いた件数
           05  VSYS-TOT-KEPT-OUT PIC S9(9) COMP-5.
      *> 券番号がなく二重請求を確認できない件数
           05  VSYS-TOT-UNCOMPARED PIC S9(9) COMP-5.
      *> 請求書の枚数（請求総括書を含む）
           05  VSYS-TOT-SHEETS PIC S9(9) COMP-5.
      *> 別請求の行数
           05  VSYS-TOT-APART-LINES PIC S9(9) COMP-5.
      *> 請求総括書の請求件数
           05  VSYS-TOT-COUNT PIC S9(18) COMP-5.
      *> 請求総括書の請求金額（税込み）
           05  VSYS-TOT-AMOUNT PIC S9(18) COMP-5.
      *> 別請求の件数
           05  VSYS-TOT-APART-COUNT PIC S9(18) COMP-5.
      *> 別請求の金額（税込み）
           05  VSYS-TOT-APART-AMOUNT PIC S9(18) COMP-5.

      *> 請求書
       01  VSYS-SHEET.
      *> 請求書の番号（1 は請求総括書）
           05  VSYS-S-NUMBER PIC S9(9) COMP-5.
      *> → 帳票名
           05  VSYS-S-TITLE PIC X(90).
      *> → あて先
           05  VSYS-S-ADDRESSEE PIC X(90).
      *> → 市区町村番号
           05  VSYS-S-CODE PIC X(6).
      *> → 市区町村名
           05  VSYS-S-NAME PIC X(60).
      *> → 被接種者区分
           05  VSYS-S-COUPON PIC X(40).
      *> → 同一市内の印
           05  VSYS-S-CHECKED PIC X(1).
               88  VSYS-S-IS-CHECKED VALUE "1".
               88  VSYS-S-NOT-CHECKED VALUE "0".
      *> → 行の数
           05  VSYS-S-LINES PIC S9(9) COMP-5.
      *> → 行
           05  VSYS-S-LINE OCCURS 12 TIMES.
      *> 区分
               10  VSYS-L-SERVICE PIC X(24).
      *> 種類
               10  VSYS-L-LABEL PIC X(48).
      *> 単価（税抜き、なければ 0）
               10  VSYS-L-UNIT PIC S9(9) COMP-5.
      *> 請求件数
               10  VSYS-L-COUNT PIC S9(18) COMP-5.
      *> 請求金額（税込み）
               10  VSYS-L-AMOUNT PIC S9(18) COMP-5.
      *> → 小計（予診のみ・接種）
           05  VSYS-S-SUBTOTAL OCCURS 2 TIMES.
      *> 区分
               10  VSYS-U-SERVICE PIC X(24).
      *> 請求件数
               10  VSYS-U-COUNT PIC S9(18) COMP-5.
      *> 請求金額（税込み）
               10  VSYS-U-AMOUNT PIC S9(18) COMP-5.
      *> → 請求件数の合計
           05  VSYS-S-TOTAL-COUNT PIC S9(18) COMP-5.
      *> → 請求金額の合計（税込み）
           05  VSYS-S-TOTAL-AMOUNT PIC S9(18) COMP-5.

      *> 別に請求する加算
       01  VSYS-APART.
      *> 行の番号（1 から）
           05  VSYS-A-NUMBER PIC S9(9) COMP-5.
      *> → 市区町村番号
           05  VSYS-A-CODE PIC X(6).
      *> → 市区町村名
           05  VSYS-A-NAME PIC X(60).
      *> → 接種月
           05  VSYS-A-MONTH PIC 9(6).
      *> → 時間区分
           05  VSYS-A-CLASS PIC X(24).
      *> → 加算額（税抜き）
           05  VSYS-A-UNIT PIC S9(9) COMP-5.
      *> → 件数
           05  VSYS-A-COUNT PIC S9(18) COMP-5.
      *> → 金額（税込み）
           05  VSYS-A-AMOUNT PIC S9(18) COMP-5.
