      *> A panic inside the library ends at the boundary: the program
      *> reads it as every other result, and goes on.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PANIC.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
           COPY VSYS.
       PROCEDURE DIVISION.
           SET VSYS-UTF-8 TO TRUE
           MOVE 202201 TO VSYS-T-BILLING-MONTH
           MOVE "131032" TO VSYS-T-MUNICIPALITY
           CALL "vsys_cob_batch_open" USING
               VSYS-CONTROL VSYS-TERMS OMITTED VSYS-BATCH VSYS-RESULT
           DISPLAY "OPEN " VSYS-RETURN
           CALL "vsys_cob_test_panic" USING VSYS-CONTROL VSYS-RESULT
           DISPLAY "PANIC " RETURN-CODE " " VSYS-RETURN " "
               FUNCTION TRIM(VSYS-F-CODE(1)) " "
               FUNCTION TRIM(VSYS-F-MESSAGE(1))
           CALL "vsys_cob_batch_close" USING
               VSYS-CONTROL VSYS-BATCH VSYS-RESULT
           DISPLAY "CLOSE " VSYS-RETURN
           MOVE 20211205 TO VSYS-P-DATE
           MOVE "接種" TO VSYS-P-SERVICE
           MOVE "6歳以上" TO VSYS-P-AGE
           MOVE "休日" TO VSYS-P-TIME
           MOVE 12 TO VSYS-P-COUNT
           CALL "vsys_cob_price" USING
               VSYS-CONTROL VSYS-PRICE VSYS-RESULT
           DISPLAY "PRICE " VSYS-RETURN " " VSYS-P-UNIT
           MOVE 0 TO RETURN-CODE
           STOP RUN.
