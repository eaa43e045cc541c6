      *> 単価と請求金額を求め、誤りがあれば理由をすべて示す。
      *>
      *>   cargo xtask install-c --prefix "$HOME/.local"
      *>   cobc -x -static -I "$HOME/.local/include"
      *>       -L "$HOME/.local/lib" -lvsys quick_start.cob
      *>   LD_LIBRARY_PATH="$HOME/.local/lib" ./quick_start
       IDENTIFICATION DIVISION.
       PROGRAM-ID. QUICK-START.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
           COPY VSYS.
       01  WS-UNIT   PIC ZZZ,ZZ9.
       01  WS-AMOUNT PIC Z,ZZZ,ZZZ,ZZ9.
       01  WS-I      PIC S9(9) COMP-5.
       PROCEDURE DIVISION.
      *> この原文は UTF-8 なので、文字の項目も UTF-8 で渡す。
           SET VSYS-UTF-8 TO TRUE
           MOVE 20211205 TO VSYS-P-DATE
           MOVE "接種" TO VSYS-P-SERVICE
           MOVE "6歳以上" TO VSYS-P-AGE
           MOVE "休日" TO VSYS-P-TIME
           MOVE 12 TO VSYS-P-COUNT
           CALL "vsys_cob_price" USING
               VSYS-CONTROL VSYS-PRICE VSYS-RESULT
           MOVE VSYS-P-UNIT TO WS-UNIT
           MOVE VSYS-P-AMOUNT TO WS-AMOUNT
           DISPLAY "単価 " WS-UNIT " 円、12件で " WS-AMOUNT " 円"
      *> 誤りは一度にすべて返り、結果の項目は変わらない。
           MOVE 20211301 TO VSYS-P-DATE
           MOVE "夜間" TO VSYS-P-TIME
           CALL "vsys_cob_price" USING
               VSYS-CONTROL VSYS-PRICE VSYS-RESULT
           DISPLAY "RETURN-CODE " RETURN-CODE
           PERFORM VARYING WS-I FROM 1 BY 1
                   UNTIL WS-I > VSYS-FINDINGS
               DISPLAY FUNCTION TRIM(VSYS-F-FIELD(WS-I)) ": "
                   FUNCTION TRIM(VSYS-F-MESSAGE(WS-I))
           END-PERFORM
           MOVE 0 TO RETURN-CODE
           STOP RUN.
