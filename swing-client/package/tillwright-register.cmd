@echo off
rem Starts the Tillwright register with a Java 17 or newer, found by JAVA_HOME or on the PATH.
setlocal

set "JAVA=java.exe"
if not defined JAVA_HOME goto onpath
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto found
echo JAVA_HOME is %JAVA_HOME%, and there is no bin\java.exe in it. 1>&2
echo Set it to a Java 17 or newer, or clear it. 1>&2
exit /b 2

:onpath
where java.exe >nul 2>nul
if not errorlevel 1 goto found
echo There is no Java on this machine. 1>&2
echo Install a Java 17 or newer, or set JAVA_HOME to one. 1>&2
exit /b 2

:found
set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i /c:" version "') do set "VERSION=%%~v"
for /f "tokens=1 delims=." %%v in ("%VERSION%") do set "MAJOR=%%v"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% geq 17 goto fit
echo %JAVA% is Java %VERSION%; the register needs Java 17 or newer. Set JAVA_HOME to one. 1>&2
exit /b 2

:fit
set "ARGUMENTS=%*"
if not defined ARGUMENTS set "ARGUMENTS=register"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp "%~dp0lib\*" org.tillwright.register.command.CommandMain %ARGUMENTS%
exit /b %ERRORLEVEL%
