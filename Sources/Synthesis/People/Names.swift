/// Common first and family names by broad origin, combined at random: whoever comes out of it does not exist.
enum Names {
    /// Broad origin of a name, from the DfE ethnic category and, for those who came alone, the countries most come from.
    enum Pool: Int, CaseIterable, Sendable {
        case british, european, roma, caribbean, african, southAsian, chinese, sudanese, eritrean, afghan, kurdish, vietnamese, albanian

        /// The pool for an ethnic category; `turn` chooses where several fit.
        static func of(ethnicity: String, unaccompanied: Bool, turn: Double) -> Pool {
            if unaccompanied {
                switch ethnicity {
                case "BAFR", "BOTH": return turn < 0.55 ? .sudanese : .eritrean
                case "AOTH": return turn < 0.6 ? .afghan : .vietnamese
                case "OOTH": return turn < 0.75 ? .kurdish : .afghan
                default: return .albanian
                }
            }
            switch ethnicity {
            case "WOTH": return .european
            case "WROM", "WIRT": return .roma
            case "APKN", "AIND", "ABAN", "AOTH", "MWAS": return turn < 0.85 || ethnicity != "MWAS" ? .southAsian : .british
            case "BAFR", "MWBA", "BOTH": return turn < 0.7 ? .african : .british
            case "BCRB", "MWBC": return turn < 0.5 ? .caribbean : .british
            case "CHNE": return .chinese
            case "OOTH", "REFU": return .kurdish
            default: return .british
            }
        }

        /// Forenames of girls or boys.
        func forenames(_ sex: Sex) -> [String] {
            switch self {
            case .british, .caribbean, .roma: return sex == .female ? Names.britishGirls : Names.britishBoys
            case .european: return sex == .female ? Names.europeanGirls : Names.europeanBoys
            case .african: return sex == .female ? Names.africanGirls : Names.africanBoys
            case .southAsian: return sex == .female ? Names.southAsianGirls : Names.southAsianBoys
            case .chinese: return sex == .female ? ["Mei", "Lan", "Xin", "Jing", "Yan", "Hui"] : ["Jun", "Wei", "Hao", "Ming", "Tao", "Bo"]
            case .vietnamese: return sex == .female ? ["Linh", "Hoa", "Mai", "Thu", "Lan"] : ["Minh", "Tuan", "Dung", "Nam", "Hung", "Quang"]
            case .albanian: return sex == .female ? ["Elira", "Arta", "Drita", "Besa"] : ["Arben", "Dritan", "Ermal", "Ilir", "Besnik", "Klajdi"]
            default: return sex == .female ? Names.arabicGirls : Names.arabicBoys
            }
        }

        /// Family names.
        var surnames: [String] {
            switch self {
            case .british: return Names.britishSurnames
            case .caribbean: return Names.caribbeanSurnames
            case .roma: return ["Doran", "Connors", "Lakatos", "Horvath", "Balog", "Cicak", "Loveridge", "Boswell", "Gaspar", "Kotlar"]
            case .european: return Names.europeanSurnames
            case .african: return Names.africanSurnames
            case .southAsian: return Names.southAsianSurnames
            case .chinese: return ["Chen", "Wang", "Li", "Zhang", "Liu", "Wong", "Lau", "Cheung"]
            case .vietnamese: return ["Nguyen", "Tran", "Le", "Pham", "Vu", "Dang", "Bui"]
            case .albanian: return ["Hoxha", "Shehu", "Gjoka", "Leka", "Marku", "Prifti", "Kola"]
            case .sudanese: return ["Adam", "Ibrahim", "Osman", "Abdalla", "Mohamed", "Ishaq", "Yahya", "Haroun", "Abakar", "Eltayeb"]
            case .eritrean: return ["Tesfay", "Haile", "Ghebre", "Kidane", "Mehari", "Berhe", "Tekle", "Habte", "Araya"]
            case .afghan: return ["Ahmadzai", "Safi", "Stanekzai", "Rahimi", "Noori", "Zadran", "Amiri", "Shinwari", "Wardak", "Sahak"]
            case .kurdish: return ["Karim", "Rasul", "Hama", "Aziz", "Qadir", "Mahmood", "Salih", "Hasan", "Rostami", "Moradi", "Omar"]
            }
        }
    }

    private static let britishGirls = words(
        """
        Abigail Alice Amelia Amy Ava Beth Bethany Brooke Charlotte Chloe Daisy Eleanor Elizabeth Ella Ellie Emily Emma Erin Eva Evie Faith Freya Grace
        Hannah Harriet Holly Imogen Isabella Isla Ivy Jasmine Jessica Kayleigh Keira Lacey Lauren Layla Leah Libby Lily Lola Lucy Maddison Maisie
        Matilda Megan Mia Millie Molly Niamh Nicole Olivia Paige Phoebe Poppy Rebecca Rose Ruby Samantha Sarah Scarlett Shannon Skye Sophie Summer
        Tegan Victoria Violet Willow Zara Zoë Chloé Renée Kelsie Demi-Leigh Ellie-Mae Lily-Rose
        """)
    private static let britishBoys = words(
        """
        Aaron Adam Aidan Alexander Alfie Archie Arthur Bailey Ben Benjamin Billy Blake Bradley Brandon Callum Cameron Charles Charlie Christopher Cole
        Connor Corey Daniel David Declan Dylan Edward Elliot Ethan Ewan Finley Frankie Freddie George Harrison Harry Harvey Henry Isaac Jack Jacob Jake
        James Jamie Jayden Joe Jonathan Jordan Joseph Joshua Jude Kai Kian Kieran Kyle Leo Leon Lewis Liam Logan Louis Luca Luke Mason Matthew Max
        Michael Mitchell Nathan Nicholas Oliver Oscar Owen Patrick Reece Reuben Riley Robert Rory Ryan Samuel Scott Sean Sebastian Stanley Teddy Theo
        Thomas Toby Tyler William Zachary Alfie-Jay Tyler-James
        """)
    private static let europeanGirls = words(
        """
        Zofia Julia Oliwia Maja Hanna Natalia Amelia Ioana Andreea Maria Elena Ana Lucia Emilija Gabija Viktoria Petra Katarina
        """)
    private static let europeanBoys = words(
        """
        Jakub Kacper Filip Szymon Oskar Adam Igor Andrei Stefan Mihai Lukas Matas Dominik Tomas José Marek Viktor Milan
        """)
    private static let africanGirls = words(
        """
        Adaeze Amara Abena Esi Folake Ife Zainab Aisha Nia Thandiwe Chipo Ngozi Yaa Efua Fatou Mariama Blessing Precious Grace
        """)
    private static let africanBoys = words(
        """
        Kwame Kofi Chidi Emeka Tunde Femi Tendai Sipho Kwabena Yaw Ousmane Ibrahim Samuel Emmanuel Joseph David Musa Obinna
        """)
    private static let southAsianGirls = words(
        """
        Aaliyah Aisha Amina Anaya Fatima Hafsa Inaya Iqra Khadija Maryam Nadia Noor Priya Saima Sana Simran Sumaiya Zara Zainab Zoya
        """)
    private static let southAsianBoys = words(
        """
        Aadam Abdul Adeel Ahmed Ali Arjun Bilal Faizan Haris Hassan Hamza Ibrahim Imran Kabir Mohammed Muhammad Omar Rohan Saif Usman Yusuf
        Zain
        """)
    private static let arabicGirls = words(
        """
        Amal Fatima Hana Layla Mariam Rahel Salma Saba Selam Zahra Shilan Helen Eden
        """)
    private static let arabicBoys = words(
        """
        Abdul Abdullah Adam Ahmad Ahmed Ali Aram Awet Daniel Filmon Hamid Hassan Ibrahim Ismail Karwan Khalid Mohamed Mohammad Mustafa Najib
        Omar Rebaz Samuel Yonas Yusuf Zakaria
        """)
    private static let britishSurnames = words(
        """
        Adams Allen Allsop Andrews Archer Armitage Atkinson Bailey Baker Barker Barnes Baxter Bell Bennett Berry Birch Black Booth Bowler Bradley Briggs
        Brooks Brown Burton Butler Carter Chambers Chapman Clarke Clay Clifton Cole Collins Cook Cooper Cox Crawford Cross Curtis Dale Davies Dawson Dean
        Dixon Doyle Draper Dunn Eaton Edwards Elliott Ellis Evans Farmer Fisher Fletcher Ford Foster Fox Frost Gardner Gibson Gill Goodwin Graham Grant
        Gray Green Griffin Hall Hancock Hardy Harper Harris Harrison Hart Hawkins Hayes Henshaw Hill Hobbs Holland Holmes Hopkins Howard Hudson Hughes
        Hunt Hutchinson Jackson Jarvis Jenkins Johnson Jones Kaye Kelly Kirk Knight Lamb Lane Lee Lewis Lloyd Lowe Mason Matthews May Miller Mills
        Mitchell Moore Morgan Morris Murphy Newton Nixon North Oldham O'Brien O'Connor O'Neill Owen Palmer Parker Parr Pearce Perkins Phillips Pollard
        Porter Price Radford Read Reynolds Richards Riley Roberts Robinson Rose Ross Rowe Russell Sanders Savage Scott Sharpe Shaw Shelton Simpson Skinner
        Slater Smith Spencer Stanley Stevens Stone Sutton Swift Taylor Thompson Thorpe Tomlinson Towle Turner Tyler Vickers Wade Walker Wallace Walsh
        Walters Ward Watkins Watson Webb Webster West Wheatley White Wilkinson Williams Wilson Winter Wood Woods Wright Yates Young
        """)
    private static let caribbeanSurnames = words(
        """
        Campbell Clarke Francis Gordon Grant James Joseph Lewis Morgan Powell Reid Samuels Thompson Wright Bailey Blake Edwards Henry
        """)
    private static let europeanSurnames = words(
        """
        Kowalski Nowak Wojcik Kaminski Lewandowski Zielinski Popescu Ionescu Popa Rusu Dumitru Kazlauskas Petrov Silva Santos Costa Novák
        Horvat
        """)
    private static let africanSurnames = words(
        """
        Mensah Boateng Owusu Asante Okafor Adeyemi Okonkwo Balogun Eze Moyo Ncube Dube Diallo Camara Sesay Kamara Banda Phiri Osei Abubakar
        """)
    private static let southAsianSurnames = words(
        """
        Ahmed Akhtar Ali Begum Bhatti Chaudhry Hussain Iqbal Kaur Khan Khatun Mahmood Malik Miah Mirza Mistry Nawaz Patel Rashid Shah Sharma
        Singh Rahman Uddin Yousaf
        """)

    /// Short forms and other spellings that people use.
    static func nickname(of forename: String) -> String? {
        switch forename {
        case "Abigail": return "Abi"
        case "Alexander": return "Alex"
        case "Beth", "Bethany", "Elizabeth": return forename == "Elizabeth" ? "Lizzie" : "Bethan"
        case "Benjamin": return "Ben"
        case "Bradley": return "Brad"
        case "Callum": return "Calum"
        case "Cameron": return "Cam"
        case "Charlotte": return "Lottie"
        case "Charles": return "Charlie"
        case "Christopher": return "Chris"
        case "Connor": return "Conor"
        case "Daniel": return "Danny"
        case "Edward": return "Eddie"
        case "Eleanor": return "Ellie"
        case "Harrison", "Harry": return "Harri"
        case "Isabella": return "Izzy"
        case "Jacob": return "Jake"
        case "James": return "Jim"
        case "Jessica": return "Jess"
        case "Jonathan": return "Jon"
        case "Joseph": return "Joe"
        case "Joshua": return "Josh"
        case "Kayleigh": return "Kaylee"
        case "Kieran": return "Kieron"
        case "Lewis": return "Louis"
        case "Maddison": return "Maddie"
        case "Matthew": return "Matt"
        case "Michael": return "Mikey"
        case "Mohammed", "Mohamed", "Mohammad", "Muhammad": return forename == "Muhammad" ? "Mohammed" : "Muhammad"
        case "Nathan": return "Nate"
        case "Nicholas": return "Nick"
        case "Oliver": return "Ollie"
        case "Olivia": return "Liv"
        case "Patrick": return "Paddy"
        case "Rebecca": return "Becky"
        case "Robert": return "Bobby"
        case "Samantha", "Samuel": return "Sam"
        case "Thomas": return "Tom"
        case "Victoria": return "Vicky"
        case "William": return "Billy"
        case "Yusuf": return "Yousef"
        case "Zachary": return "Zac"
        case "Zoë": return "Zoe"
        case "Chloé": return "Chloe"
        case "Renée": return "Renee"
        case "José": return "Jose"
        default: return nil
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }
}

extension RandomStream {
    /// One of the list, each as likely; `fallback` where it is empty.
    mutating func one<Value>(of list: [Value], else fallback: Value) -> Value {
        let turn = unit()
        return list.isEmpty ? fallback : list[min(list.count - 1, Int(turn * Double(list.count)))]
    }
}
