"""The words of the invented corpus: names of no real place or person, and parts of sentences that fit each other.

A sentence is opening + core + ending; what stands as %(…)s is filled anew in each article.
All of it was written for this benchmark.
"""

from __future__ import annotations

PROVINCE = "Sông Mây"

WARD_FIRST = "An Bình Cát Đông Gò Hòa Khánh Long Mỹ Phú Tân Thạnh Trường Vĩnh Xuân".split()
WARD_LAST = "Điền Giang Hưng Lạc Lộc Mai Nghĩa Phước Quới Thới".split()

FAMILY = "Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Phan Trương Đinh Mai Tô Thái Hoàng".split()
MIDDLE = ("Văn", "Thị", "Quốc", "Thanh", "Minh", "Ngọc", "Hữu", "Kim", "Thị Bích", "Xuân", "Đức", "Thùy", "Thị Hồng")
GIVEN = (
    *"Ân Bảo Châu Diệp Dũng Giang Hải Hạnh Hùng Hương Khánh Lan".split(),
    *"Linh Long Nga Nghĩa Phúc Quân Sơn Thảo Trang Tuấn Vinh Yến".split(),
)

ROLES = (
    "Bí thư Đảng ủy phường",
    "Phó Bí thư Thường trực Đảng ủy phường",
    "Chủ tịch UBND phường",
    "Phó Chủ tịch UBND phường",
    "Chủ tịch HĐND phường",
    "Chủ tịch Ủy ban MTTQ Việt Nam phường",
    "Trưởng Công an phường",
    "Chỉ huy trưởng Ban Chỉ huy Quân sự phường",
    "Bí thư Đoàn phường",
    "Chủ tịch Hội Liên hiệp Phụ nữ phường",
)
HIGH_ROLES = ("Bí thư Tỉnh ủy", "Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Nội vụ", "Trưởng Ban Tuyên giáo và Dân vận")

TOPICS = (
    *("Cải cách hành chính", "An ninh trật tự", "Vệ sinh môi trường", "An sinh xã hội", "Chuyển đổi số", "Giao thông"),
    *("Y tế", "Giáo dục", "Xây dựng Đảng", "Trật tự đô thị", "Phòng cháy chữa cháy", "Giảm nghèo", "Văn hóa"),
    *("Thể thao", "Thu ngân sách", "Quốc phòng", "Tuyển quân", "Dân vận khéo", "Mặt trận Tổ quốc", "Đoàn thanh niên"),
    *("Hội phụ nữ", "Cựu chiến binh", "Hội nông dân", "Công đoàn", "Người cao tuổi", "Trẻ em", "Người có công"),
    *("Bảo hiểm y tế", "Khuyến học", "Nhà ở", "Khu phố văn minh", "Hội đồng nhân dân", "Tiếp xúc cử tri"),
    *("Tiếp công dân", "Dịch vụ công", "Một cửa", "Căn cước", "Quy hoạch", "Đất đai", "Xây dựng", "Thoát nước"),
    *("Cấp nước", "Chiếu sáng", "Cây xanh", "Thu gom rác", "Sốt xuất huyết", "Tiêm chủng", "An toàn thực phẩm"),
    *("Phòng chống tội phạm", "Phòng chống ma túy", "Hòa giải", "Doanh nghiệp", "Hộ kinh doanh", "Du lịch", "Lễ hội"),
    *("Tết", "Thiện nguyện", "Phòng chống thiên tai", "Chợ", "Việc làm"),
)

STREETS = (
    *("Bến Đá", "Hàng Sao", "Cầu Ván", "Lò Gạch", "Bờ Kè", "Rạch Sậy", "Giếng Nước", "Vườn Dừa", "Chợ Mới"),
    *("Đình Trung", "Cây Me", "Xóm Chài", "Kho Muối", "Đồng Lúa", "Trại Cưa"),
)

TITLES = (
    "ra quân hưởng ứng đợt cao điểm về",
    "sơ kết sáu tháng công tác",
    "tổng kết phong trào",
    "triển khai kế hoạch mới về",
    "lấy ý kiến người dân về",
    "ra mắt tổ công tác lưu động phụ trách",
    "khảo sát thực tế tại khu phố về",
    "tập huấn kỹ năng cho cán bộ làm công tác",
    "thông báo lịch làm việc liên quan đến",
    "đối thoại với người dân về",
    "biểu dương các tập thể làm tốt",
    "nhận cờ thi đua trong lĩnh vực",
)

HEADINGS = (
    *("Những việc đã làm được", "Điều người dân cần biết", "Kế hoạch thời gian tới", "Ý kiến từ khu phố"),
    *("Kết quả theo từng khu phố", "Hồ sơ cần chuẩn bị", "Còn vướng ở đâu", "Cách thức đăng ký"),
)

OPENINGS = (
    "Sáng %(day)s,",
    "Chiều %(day)s,",
    "Tại hội trường khu phố %(area)s,",
    "Theo báo cáo của UBND phường %(ward)s,",
    "Ngay từ đầu quý %(quarter)s,",
    "Trong %(count)s ngày qua,",
    "Bên cạnh đó,",
    "Đáng chú ý,",
    "Cũng trong buổi sáng,",
    "Trước đó, ngày %(day)s,",
    "Dọc tuyến đường %(street)s,",
    "So với cùng kỳ năm trước,",
    "Ghi nhận tại khu phố %(area)s cho thấy",
    "Đến hết tháng %(month)s,",
    "Sau khi lấy ý kiến người dân,",
    "Nhờ sự đồng lòng của bà con,",
    "Ở hẻm %(lane)s đường %(street)s,",
    "Phát biểu với cán bộ các khu phố, %(who)s cho biết",
    "Theo %(who)s,",
    "Từ nguồn đóng góp của %(count)s hộ dân,",
)

CORES = (
    "phường %(ward)s đã tiếp nhận %(big)s hồ sơ, trong đó %(share)s%% được trả trước hẹn",
    "tổ công nghệ số cộng đồng hướng dẫn %(big)s lượt người nộp hồ sơ qua mạng bằng điện thoại",
    "lực lượng dân quân cùng đoàn viên thu gom hơn %(count)s tấn rác tồn đọng ở bờ kênh",
    "trạm y tế khám sàng lọc cho %(big)s người cao tuổi và lập sổ theo dõi huyết áp",
    "ban điều hành khu phố vận động %(count)s hộ lùi hàng rào, mở rộng lối đi thêm một mét rưỡi",
    "công an phường nhắc nhở %(count)s trường hợp đậu xe lấn vỉa hè trước cổng trường",
    "hội phụ nữ trao %(count)s phần học bổng cho con em gia đình khó khăn",
    "đội quản lý đô thị tháo dỡ %(count)s mái che lấn chiếm, trả lại lối đi cho người đi bộ",
    "UBND phường công khai số điện thoại đường dây nóng để người dân phản ánh sự cố chiếu sáng",
    "các chi bộ đưa nội dung này vào sinh hoạt chuyên đề, phân công từng đảng viên phụ trách nhóm hộ",
    "bộ phận một cửa mở thêm một quầy ưu tiên cho người cao tuổi, phụ nữ mang thai và người khuyết tật",
    "đoàn thanh niên sơn lại %(count)s bảng chỉ dẫn và trồng mới %(count)s cây sao đen",
    "ngân sách phường thu được %(money)s tỷ đồng, đạt %(share)s%% dự toán được giao",
    "cử tri kiến nghị sớm nạo vét cống ngang, lắp thêm gờ giảm tốc và đèn tín hiệu ở ngã tư",
    "ngành điện hạ ngầm cáp trên đoạn dài %(big)s mét, dự kiến xong trước mùa mưa",
    "nhà trường phối hợp với phụ huynh sắp xếp lại giờ tan học để giảm ùn tắc",
    "tổ hòa giải cơ sở tiếp nhận %(count)s vụ việc, hòa giải thành %(share)s%%",
    "mặt trận phường vận động sửa chữa %(count)s căn nhà đã xuống cấp cho hộ cận nghèo",
    "hội nông dân mở lớp kỹ thuật trồng rau trên sân thượng cho %(count)s học viên",
    "đội phòng cháy khu phố diễn tập với bình chữa cháy và lối thoát nạn thứ hai",
    "cán bộ tư pháp đến tận nhà làm giấy khai sinh cho trẻ em ở khu nhà trọ",
    "phường đã số hóa %(big)s trang hồ sơ hộ tịch, sẵn sàng cho việc tra cứu trực tuyến",
    "ban quản lý chợ niêm yết giá, kiểm tra cân đối chứng và nhắc tiểu thương giữ vệ sinh",
    "các hộ kinh doanh ký cam kết không bày hàng ra lòng đường sau mười tám giờ",
    "trung tâm cung ứng dịch vụ công giới thiệu việc làm cho %(count)s lao động mất việc",
    "đoàn kiểm tra liên ngành lấy %(count)s mẫu thực phẩm ở bếp ăn tập thể, tất cả đạt yêu cầu",
    "hội cựu chiến binh nhận chăm sóc đoạn đường hoa dài %(big)s mét",
    "phường bàn giao nhà tình nghĩa cho gia đình có công, trị giá %(money)s tỷ đồng",
    "thư viện phường đón %(big)s lượt bạn đọc, nhiều nhất là học sinh tiểu học",
    "đợt diệt lăng quăng đến từng nhà phát hiện %(count)s vật chứa nước cần xử lý",
    "tổ tự quản lắp %(count)s mắt camera ở các hẻm sâu bằng kinh phí xã hội hóa",
    "đại diện các khu phố đề nghị giữ lại lịch tiếp công dân vào ngày thứ năm hằng tuần",
    "lớp dạy bơi miễn phí nhận thêm %(count)s em, ưu tiên trẻ sống gần kênh rạch",
    "chính quyền phường hai lần đối thoại với các hộ nằm trong ranh dự án mở rộng đường",
    "%(big)s lượt người đã xem bản đồ quy hoạch được treo tại nhà văn hóa",
    "các trường hợp chậm trả kết quả đều nhận thư xin lỗi và giấy hẹn lại",
    "đơn vị thu gom đổi giờ lấy rác sang buổi tối, tránh giờ học sinh đến trường",
    "câu lạc bộ dưỡng sinh khu phố có thêm %(count)s thành viên sau một tháng",
    "nhóm thiện nguyện nấu %(big)s suất cơm cho bệnh nhân nghèo mỗi tuần",
    "%(who)s trực tiếp nghe và trả lời %(count)s câu hỏi của bà con",
    "%(who)s yêu cầu rà soát lại danh sách, không để sót người đủ điều kiện",
    "%(who)s ghi nhận cách làm của khu phố %(area)s và đề nghị nhân rộng",
    "ban chỉ huy quân sự hoàn thành đăng ký nghĩa vụ cho %(count)s thanh niên tuổi mười bảy",
    "đội trật tự trực %(count)s ca mỗi tuần quanh khu vực bệnh viện và bến xe",
    "người dân có thể tra cứu tình trạng hồ sơ bằng mã in trên giấy hẹn",
    "công trình thoát nước đường %(street)s đã thông xe sau %(count)s ngày thi công",
    "phường dành %(money)s tỷ đồng thay gạch vỉa hè và làm lối lên cho xe lăn",
    "đội bóng chuyền nữ của phường vào chung kết giải truyền thống",
    "tỷ lệ tham gia bảo hiểm y tế của phường đạt %(share)s%% dân số",
    "các đoàn thể thăm hỏi, tặng quà cho %(count)s gia đình người có công",
)

ENDINGS = (
    "",
    "",
    "",
    ", tăng %(share)s%% so với tháng trước",
    ", vượt kế hoạch đề ra",
    ", được người dân đồng tình",
    ", dù kinh phí còn hạn hẹp",
    ", góp phần giữ cho khu phố sạch và yên",
    ", theo đúng tiến độ đã công bố",
    ", nhất là ở các hẻm nhỏ",
    ", trong đó khu phố %(area)s làm nhanh nhất",
    "; phần còn lại sẽ xong trong tháng sau",
    "; ai chưa đăng ký có thể đến trụ sở phường trong giờ hành chính",
    "; các ý kiến khác được ghi vào biên bản để trả lời bằng văn bản",
    " và sẽ báo cáo kết quả trước ngày %(day)s",
    ", theo tinh thần rõ người, rõ việc, rõ thời gian",
)

CAPTIONS = (
    "Người dân làm thủ tục tại trụ sở phường %(ward)s",
    "Đoàn viên dọn rác trên đường %(street)s",
    "Quang cảnh buổi gặp mặt ở khu phố %(area)s",
    "%(who)s trao đổi với bà con bên lề buổi họp",
    "Bảng thông tin mới đặt ở đầu hẻm %(lane)s đường %(street)s",
    "Trẻ em chơi ở sân nhà văn hóa phường %(ward)s",
    "Cán bộ hướng dẫn người cao tuổi dùng điện thoại",
    "Đoạn vỉa hè vừa được lát lại trên đường %(street)s",
)

TABLES = (
    ("Khu phố", "Số hộ tham gia", "Đạt (%)"),
    ("Khu phố", "Hồ sơ nhận", "Đúng hẹn (%)"),
    ("Khu phố", "Lượt người", "So với kế hoạch (%)"),
)
