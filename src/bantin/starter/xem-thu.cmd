@echo off
rem Bấm đúp vào tệp này để xem thử trang tin trên máy. Đóng cửa sổ này để dừng.
chcp 65001 >nul
cd /d "%~dp0"
if exist ".venv\Scripts\bantin.exe" goto run
where py >nul 2>nul
if errorlevel 1 (
  echo Máy chưa có Python. Tải tại https://www.python.org/downloads/ rồi bấm đúp lại tệp này.
  pause
  exit /b 2
)
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 (
  echo Cần Python 3.11 trở lên. Tải bản mới tại https://www.python.org/downloads/ rồi bấm đúp lại tệp này.
  pause
  exit /b 2
)
echo Lần đầu cần cài đặt, xin đợi vài phút...
py -3 -m venv .venv
if errorlevel 1 (
  echo Không tạo được thư mục .venv. Nếu kho nằm trong OneDrive thì chép ra ngoài, rồi bấm đúp lại tệp này.
  pause
  exit /b 2
)
".venv\Scripts\python.exe" -m pip install --quiet -r requirements.txt
if errorlevel 1 (
  echo Không cài được, lý do ở các dòng trên. Thường là do mạng: kiểm tra rồi bấm đúp lại tệp này.
  pause
  exit /b 2
)
:run
".venv\Scripts\bantin.exe" serve --open
pause
