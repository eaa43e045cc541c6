      *> 接種の記録（固定長）を読み、単価を付け、請求書と除いた記録を書き出す。
      *>
      *>   PARAMETERS    請求の条件（1 行に 1 つ、8 桁目までが名前）
      *>   VACCINATIONS  接種の記録: 整理番号 8、会場 30、接種記録 125 バイト
      *>   PRICED        請求する記録と単価
      *>   REJECTS       除いた記録と理由、請求した記録への注意
      *>   SHEETS        請求総括書・市区町村別請求書・別請求の加算
      *>
      *> ファイルは環境変数 DD_PARAMETERS などで割り当てる。終了コードは
      *> 0 全件を請求、4 除いた記録あり、8 条件の誤り（請求書は書かない）、
      *> 12・16 呼び出しの誤りまたは障害。
      *>
      *> この原文は UTF-8。CP932 の記録を扱うときは、原文も CP932 に変換
      *> して翻訳する（見出しの文字が記録と同じ文字コードになる）:
      *>   iconv -f UTF-8 -t CP932 claims.cob > claims-sjis.cob
      *>   cobc -x -static -I include -L lib -lvsys claims-sjis.cob
       IDENTIFICATION DIVISION.
       PROGRAM-ID. CLAIMS.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT PARAMETERS ASSIGN TO "PARAMETERS"
               ORGANIZATION LINE SEQUENTIAL FILE STATUS WS-STATUS.
           SELECT VACCINATIONS ASSIGN TO "VACCINATIONS"
               ORGANIZATION LINE SEQUENTIAL FILE STATUS WS-STATUS.
           SELECT PRICED ASSIGN TO "PRICED"
               ORGANIZATION LINE SEQUENTIAL FILE STATUS WS-STATUS.
           SELECT REJECTS ASSIGN TO "REJECTS"
               ORGANIZATION LINE SEQUENTIAL FILE STATUS WS-STATUS.
           SELECT SHEETS ASSIGN TO "SHEETS"
               ORGANIZATION LINE SEQUENTIAL FILE STATUS WS-STATUS.
       DATA DIVISION.
       FILE SECTION.
       FD  PARAMETERS.
       01  PARAMETER-LINE.
           05  PARAMETER-NAME  PIC X(8).
           05  PARAMETER-VALUE PIC X(300).
       FD  VACCINATIONS
           RECORD IS VARYING IN SIZE FROM 1 TO 400 CHARACTERS
           DEPENDING ON WS-LENGTH.
       01  VACCINATION-LINE PIC X(400).
       FD  PRICED.
       01  PRICED-LINE PIC X(200).
       FD  REJECTS.
       01  REJECT-LINE PIC X(1000).
       FD  SHEETS.
       01  SHEET-LINE PIC X(160).

       WORKING-STORAGE SECTION.
           COPY VSYS.
       01  WS-STATUS PIC XX.
       01  WS-LENGTH PIC 9(9) COMP-5.
       01  WS-EOF    PIC 9 VALUE 0.
           88  WS-END VALUE 1.
       01  WS-I      PIC S9(9) COMP-5.
       01  WS-EXC    PIC S9(9) COMP-5 VALUE 0.
       01  WS-CODE   PIC S9(9) COMP-5 VALUE 0.
       01  WS-HOURS  PIC 9 VALUE 0.
           88  WS-HAS-HOURS VALUE 1.

       01  WS-IN.
           05  IN-REFERENCE   PIC X(8).
           05  IN-PLACE       PIC X(30).
           05  IN-VACCINATION PIC X(125).
       01  WS-OPENING.
           05  OPENING-DAY   PIC 9.
           05  OPENING-SPANS.
               10  OPENING-SPAN OCCURS 3 TIMES.
                   15  FILLER        PIC X.
                   15  OPENING-FROM  PIC X(4).
                   15  FILLER        PIC X.
                   15  OPENING-UNTIL PIC X(4).
       01  WS-PRICED-LINE.
           05  PR-REFERENCE  PIC X(8).
           05  FILLER        PIC X.
           05  PR-PAYER      PIC X(6).
           05  FILLER        PIC X.
           05  PR-NAME       PIC X(30).
           05  FILLER        PIC X.
           05  PR-SERVICE    PIC X(12).
           05  PR-AGE        PIC X(12).
           05  PR-TIME       PIC X(12).
           05  PR-UNIT       PIC ZZZ,ZZ9.
           05  FILLER        PIC X.
           05  PR-APART      PIC X(12).
           05  PR-APART-UNIT PIC ZZZ,ZZ9.
       01  WS-REJECT-LINE.
           05  RJ-NUMBER     PIC 9(8).
           05  FILLER        PIC X.
           05  RJ-REFERENCE  PIC X(8).
           05  FILLER        PIC X.
           05  RJ-PLACE      PIC X(30).
           05  FILLER        PIC X.
           05  RJ-SEVERITY   PIC X.
           05  FILLER        PIC X.
           05  RJ-CODE       PIC X(40).
           05  RJ-FIELD      PIC X(24).
           05  RJ-TERM       PIC X(30).
           05  RJ-MESSAGE    PIC X(400).
           05  RJ-HELP       PIC X(400).
       01  WS-SHEET-LINE.
           05  SH-KIND       PIC X.
           05  FILLER        PIC X.
           05  SH-CLASS      PIC X(12).
           05  SH-LABEL      PIC X(30).
           05  SH-UNIT       PIC ZZZ,ZZ9.
           05  SH-COUNT      PIC ZZZ,ZZZ,ZZZ,ZZ9.
           05  SH-AMOUNT     PIC Z,ZZZ,ZZZ,ZZZ,ZZZ,ZZ9.
       01  WS-HEAD-LINE.
           05  HD-KIND       PIC X.
           05  FILLER        PIC X.
           05  HD-TITLE      PIC X(60).
           05  HD-CODE       PIC X(8).
           05  HD-COUPON     PIC X(30).
           05  HD-ADDRESSEE  PIC X(60).
       01  WS-APART-LINE.
           05  AP-KIND       PIC X.
           05  FILLER        PIC X.
           05  AP-CODE       PIC X(8).
           05  AP-NAME       PIC X(30).
           05  AP-MONTH      PIC X(8).
           05  AP-CLASS      PIC X(12).
           05  AP-UNIT       PIC ZZZ,ZZ9.
           05  AP-COUNT      PIC ZZZ,ZZZ,ZZZ,ZZ9.
           05  AP-AMOUNT     PIC Z,ZZZ,ZZZ,ZZZ,ZZZ,ZZ9.
       01  WS-SHOWN          PIC ZZZ,ZZZ,ZZ9.
       01  WS-YEN            PIC Z,ZZZ,ZZZ,ZZZ,ZZZ,ZZ9.

       PROCEDURE DIVISION.
       MAIN-PROCEDURE.
           PERFORM READ-PARAMETERS
           PERFORM OPEN-BATCH
           PERFORM OPEN-FILES
           PERFORM TAKE-RECORD UNTIL WS-END
           CLOSE VACCINATIONS PRICED REJECTS
           PERFORM MAKE-SHEETS
           CALL "vsys_cob_batch_close" USING
               VSYS-CONTROL VSYS-BATCH VSYS-RESULT
           MOVE WS-CODE TO RETURN-CODE
           STOP RUN.

      *> 条件の行を VSYS-TERMS と VSYS-HOURS に移す。
       READ-PARAMETERS.
           MOVE SPACES TO VSYS-HOURS
           MOVE SPACES TO VSYS-T-SITE VSYS-T-MUNICIPALITY
               VSYS-T-INSTITUTION VSYS-T-INSTITUTION-KIND VSYS-T-NAME
               VSYS-T-ADDRESS VSYS-T-FACILITY-CLASS
               VSYS-T-REPRESENTATIVE VSYS-T-TELEPHONE
           OPEN INPUT PARAMETERS
           IF WS-STATUS NOT = "00"
               DISPLAY "PARAMETERS: FILE STATUS " WS-STATUS
               MOVE 8 TO RETURN-CODE
               STOP RUN
           END-IF
           PERFORM UNTIL WS-END
               READ PARAMETERS
                   AT END SET WS-END TO TRUE
                   NOT AT END PERFORM TAKE-PARAMETER
               END-READ
           END-PERFORM
           CLOSE PARAMETERS
           MOVE 0 TO WS-EOF.

       TAKE-PARAMETER.
           EVALUATE PARAMETER-NAME
               WHEN "ENCODING"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-ENCODING
               WHEN "MONTH"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-BILLING-MONTH
               WHEN "TOWN"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-MUNICIPALITY
               WHEN "OWN"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-INCLUDE-OWN
               WHEN "SITE"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-SITE
               WHEN "CODE"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-INSTITUTION
               WHEN "NAME"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-NAME
               WHEN "ADDRESS"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-ADDRESS
               WHEN "CLASS"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-FACILITY-CLASS
               WHEN "PERSON"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-REPRESENTATIVE
               WHEN "PHONE"
                   MOVE PARAMETER-VALUE(2:) TO VSYS-T-TELEPHONE
               WHEN "OPEN"
                   PERFORM TAKE-OPENING
               WHEN "CLOSED"
                   ADD 1 TO WS-EXC
                   IF WS-EXC > 40
                       DISPLAY "PARAMETERS: CLOSED > 40"
                       MOVE 8 TO RETURN-CODE
                       STOP RUN
                   END-IF
                   MOVE PARAMETER-VALUE(2:) TO VSYS-H-EXC-DATE(WS-EXC)
               WHEN SPACES
                   CONTINUE
               WHEN OTHER
                   DISPLAY "PARAMETERS: " PARAMETER-NAME " ?"
                   MOVE 8 TO RETURN-CODE
                   STOP RUN
           END-EVALUATE.

      *> 曜日（1 が月曜日）と時間帯、例 1 0900 1200 1400 1800
       TAKE-OPENING.
           MOVE PARAMETER-VALUE(2:) TO WS-OPENING
           IF OPENING-DAY < 1 OR OPENING-DAY > 7
               DISPLAY "PARAMETERS: OPEN " OPENING-DAY " ?"
               MOVE 8 TO RETURN-CODE
               STOP RUN
           END-IF
           SET WS-HAS-HOURS TO TRUE
           PERFORM VARYING WS-I FROM 1 BY 1 UNTIL WS-I > 3
               MOVE OPENING-FROM(WS-I)
                   TO VSYS-H-FROM(OPENING-DAY, WS-I)
               MOVE OPENING-UNTIL(WS-I)
                   TO VSYS-H-UNTIL(OPENING-DAY, WS-I)
           END-PERFORM.

       OPEN-BATCH.
           IF WS-HAS-HOURS
               CALL "vsys_cob_batch_open" USING VSYS-CONTROL VSYS-TERMS
                   VSYS-HOURS VSYS-BATCH VSYS-RESULT
           ELSE
               CALL "vsys_cob_batch_open" USING VSYS-CONTROL VSYS-TERMS
                   OMITTED VSYS-BATCH VSYS-RESULT
           END-IF
           PERFORM SHOW-RESULT
           IF NOT VSYS-OK AND NOT VSYS-WARNED
               MOVE VSYS-RETURN TO RETURN-CODE
               STOP RUN
           END-IF.

       OPEN-FILES.
           OPEN INPUT VACCINATIONS
           IF WS-STATUS NOT = "00"
               DISPLAY "VACCINATIONS: FILE STATUS " WS-STATUS
               MOVE 8 TO RETURN-CODE
               STOP RUN
           END-IF
           OPEN OUTPUT PRICED
           IF WS-STATUS NOT = "00"
               DISPLAY "PRICED: FILE STATUS " WS-STATUS
               MOVE 8 TO RETURN-CODE
               STOP RUN
           END-IF
           OPEN OUTPUT REJECTS
           IF WS-STATUS NOT = "00"
               DISPLAY "REJECTS: FILE STATUS " WS-STATUS
               MOVE 8 TO RETURN-CODE
               STOP RUN
           END-IF
           MOVE 0 TO VSYS-R-NUMBER.

       TAKE-RECORD.
           READ VACCINATIONS INTO WS-IN
               AT END SET WS-END TO TRUE
               NOT AT END PERFORM PRICE-RECORD
           END-READ.

       PRICE-RECORD.
           ADD 1 TO VSYS-R-NUMBER
           COMPUTE VSYS-R-LENGTH = WS-LENGTH - 38
           MOVE IN-VACCINATION TO VSYS-VACCINATION
           CALL "vsys_cob_batch_add" USING VSYS-CONTROL VSYS-BATCH
               VSYS-SOURCE VSYS-VACCINATION VSYS-PRICED VSYS-RESULT
           EVALUATE TRUE
               WHEN VSYS-OK
                   PERFORM WRITE-PRICED
               WHEN VSYS-WARNED
                   PERFORM WRITE-PRICED
                   PERFORM WRITE-REASONS
               WHEN VSYS-REFUSED
                   PERFORM WRITE-REASONS
                   MOVE 4 TO WS-CODE
               WHEN OTHER
                   PERFORM SHOW-RESULT
                   MOVE VSYS-RETURN TO RETURN-CODE
                   STOP RUN
           END-EVALUATE.

       WRITE-PRICED.
           MOVE SPACES TO WS-PRICED-LINE
           MOVE IN-REFERENCE TO PR-REFERENCE
           MOVE VSYS-Q-PAYER TO PR-PAYER
           MOVE VSYS-Q-PAYER-NAME TO PR-NAME
           MOVE VSYS-Q-SERVICE TO PR-SERVICE
           MOVE VSYS-Q-AGE TO PR-AGE
           MOVE VSYS-Q-TIME TO PR-TIME
           MOVE VSYS-Q-UNIT TO PR-UNIT
           MOVE VSYS-Q-APART TO PR-APART
           MOVE VSYS-Q-APART-UNIT TO PR-APART-UNIT
           WRITE PRICED-LINE FROM WS-PRICED-LINE.

       WRITE-REASONS.
           PERFORM VARYING WS-I FROM 1 BY 1
                   UNTIL WS-I > VSYS-FINDINGS
               MOVE SPACES TO WS-REJECT-LINE
               MOVE VSYS-R-NUMBER TO RJ-NUMBER
               MOVE IN-REFERENCE TO RJ-REFERENCE
               MOVE IN-PLACE TO RJ-PLACE
               MOVE VSYS-F-SEVERITY(WS-I) TO RJ-SEVERITY
               MOVE VSYS-F-CODE(WS-I) TO RJ-CODE
               MOVE VSYS-F-FIELD(WS-I) TO RJ-FIELD
               MOVE VSYS-F-TERM(WS-I) TO RJ-TERM
               MOVE VSYS-F-MESSAGE(WS-I) TO RJ-MESSAGE
               MOVE VSYS-F-HELP(WS-I) TO RJ-HELP
               WRITE REJECT-LINE FROM WS-REJECT-LINE
           END-PERFORM.

       MAKE-SHEETS.
           CALL "vsys_cob_batch_sheets" USING
               VSYS-CONTROL VSYS-BATCH VSYS-TOTALS VSYS-RESULT
           PERFORM SHOW-RESULT
           IF NOT VSYS-OK AND NOT VSYS-WARNED
               MOVE VSYS-RETURN TO RETURN-CODE
               STOP RUN
           END-IF
           OPEN OUTPUT SHEETS
           IF WS-STATUS NOT = "00"
               DISPLAY "SHEETS: FILE STATUS " WS-STATUS
               MOVE 8 TO RETURN-CODE
               STOP RUN
           END-IF
           PERFORM VARYING VSYS-S-NUMBER FROM 1 BY 1
                   UNTIL VSYS-S-NUMBER > VSYS-TOT-SHEETS
               CALL "vsys_cob_batch_sheet" USING
                   VSYS-CONTROL VSYS-BATCH VSYS-SHEET VSYS-RESULT
               PERFORM WRITE-SHEET
           END-PERFORM
           PERFORM VARYING VSYS-A-NUMBER FROM 1 BY 1
                   UNTIL VSYS-A-NUMBER > VSYS-TOT-APART-LINES
               CALL "vsys_cob_batch_apart" USING
                   VSYS-CONTROL VSYS-BATCH VSYS-APART VSYS-RESULT
               PERFORM WRITE-APART
           END-PERFORM
           CLOSE SHEETS
           MOVE VSYS-TOT-READ TO WS-SHOWN
           DISPLAY "読み込んだ記録 " WS-SHOWN
           MOVE VSYS-TOT-CLAIMED TO WS-SHOWN
           DISPLAY "請求する記録   " WS-SHOWN
           MOVE VSYS-TOT-KEPT-OUT TO WS-SHOWN
           DISPLAY "除いた記録     " WS-SHOWN
           MOVE VSYS-TOT-AMOUNT TO WS-YEN
           DISPLAY "請求総括書     " WS-YEN " 円"
           MOVE VSYS-TOT-APART-AMOUNT TO WS-YEN
           DISPLAY "別請求の加算   " WS-YEN " 円".

      *> 桁の固定した印字。1 桁目は行の種類: 1 帳票、2 行、3 小計、4 合計
       WRITE-SHEET.
           MOVE SPACES TO WS-HEAD-LINE
           MOVE "1" TO HD-KIND
           MOVE VSYS-S-TITLE TO HD-TITLE
           MOVE VSYS-S-CODE TO HD-CODE
           MOVE VSYS-S-COUPON TO HD-COUPON
           MOVE VSYS-S-ADDRESSEE TO HD-ADDRESSEE
           WRITE SHEET-LINE FROM WS-HEAD-LINE
           PERFORM VARYING WS-I FROM 1 BY 1 UNTIL WS-I > VSYS-S-LINES
               MOVE SPACES TO WS-SHEET-LINE
               MOVE "2" TO SH-KIND
               MOVE VSYS-L-SERVICE(WS-I) TO SH-CLASS
               MOVE VSYS-L-LABEL(WS-I) TO SH-LABEL
               MOVE VSYS-L-UNIT(WS-I) TO SH-UNIT
               MOVE VSYS-L-COUNT(WS-I) TO SH-COUNT
               MOVE VSYS-L-AMOUNT(WS-I) TO SH-AMOUNT
               WRITE SHEET-LINE FROM WS-SHEET-LINE
           END-PERFORM
           PERFORM VARYING WS-I FROM 1 BY 1 UNTIL WS-I > 2
               MOVE SPACES TO WS-SHEET-LINE
               MOVE "3" TO SH-KIND
               MOVE VSYS-U-SERVICE(WS-I) TO SH-CLASS
               MOVE "小計" TO SH-LABEL
               MOVE VSYS-U-COUNT(WS-I) TO SH-COUNT
               MOVE VSYS-U-AMOUNT(WS-I) TO SH-AMOUNT
               WRITE SHEET-LINE FROM WS-SHEET-LINE
           END-PERFORM
           MOVE SPACES TO WS-SHEET-LINE
           MOVE "4" TO SH-KIND
           MOVE "合計" TO SH-CLASS
           MOVE VSYS-S-TOTAL-COUNT TO SH-COUNT
           MOVE VSYS-S-TOTAL-AMOUNT TO SH-AMOUNT
           WRITE SHEET-LINE FROM WS-SHEET-LINE.

       WRITE-APART.
           MOVE SPACES TO WS-APART-LINE
           MOVE "5" TO AP-KIND
           MOVE VSYS-A-CODE TO AP-CODE
           MOVE VSYS-A-NAME TO AP-NAME
           MOVE VSYS-A-MONTH TO AP-MONTH
           MOVE VSYS-A-CLASS TO AP-CLASS
           MOVE VSYS-A-UNIT TO AP-UNIT
           MOVE VSYS-A-COUNT TO AP-COUNT
           MOVE VSYS-A-AMOUNT TO AP-AMOUNT
           WRITE SHEET-LINE FROM WS-APART-LINE.

       SHOW-RESULT.
           PERFORM VARYING WS-I FROM 1 BY 1
                   UNTIL WS-I > VSYS-FINDINGS
               DISPLAY VSYS-F-SEVERITY(WS-I) " "
                   FUNCTION TRIM(VSYS-F-FIELD(WS-I)) " "
                   FUNCTION TRIM(VSYS-F-CODE(WS-I)) " "
                   FUNCTION TRIM(VSYS-F-MESSAGE(WS-I))
           END-PERFORM.
